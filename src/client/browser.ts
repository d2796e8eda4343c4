import { extension } from './activate';

/** What VS Code in a browser calls. */
export const { activate, deactivate } = extension(() => import('./worker'));

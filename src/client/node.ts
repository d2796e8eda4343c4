import { extension } from './activate';

/** What VS Code calls. The rest of the client waits in a bundle of its own, so that activating stays quick. */
export const { activate, deactivate } = extension(() => import('./language'));

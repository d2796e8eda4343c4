import { commands, type ExtensionContext, type WebviewPanel, window } from 'vscode';
import { COMMANDS, type CommandName, PREVIEW } from './names';

/** Everything behind the commands: the language server, the preview, what is known about open articles. */
export interface Desk {
  run(command: CommandName): Promise<void>;
  restorePreview(panel: WebviewPanel, state: unknown): void;
  stop(): Promise<void>;
}

/** The bundle that holds the desk. */
export interface DeskBundle {
  openDesk(context: ExtensionContext): Desk;
}

interface Extension {
  activate(context: ExtensionContext): void;
  deactivate(): Promise<void>;
}

/**
 * Registers what VS Code may ask for and returns at once; the desk opens right after. A command that comes earlier waits for it.
 * @param load brings the bundle with the desk; called once
 */
export function extension(load: () => Promise<DeskBundle>): Extension {
  let opened: Promise<Desk> | undefined;
  return {
    activate(context) {
      const desk = () => {
        opened ??= load().then((bundle) => bundle.openDesk(context));
        return opened;
      };
      for (const name of COMMANDS)
        context.subscriptions.push(commands.registerCommand(`copydesk.${name}`, async () => (await desk()).run(name)));
      context.subscriptions.push(
        window.registerWebviewPanelSerializer(PREVIEW, {
          deserializeWebviewPanel: async (panel, state) => (await desk()).restorePreview(panel, state),
        }),
      );
      const soon = setTimeout(() => void desk(), 0);
      context.subscriptions.push({ dispose: () => clearTimeout(soon) });
    },
    async deactivate() {
      await (await opened)?.stop();
    },
  };
}

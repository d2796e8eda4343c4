import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import type { Question, Server } from '../server';

/** Who does long work, and who tells of it. */
export interface Workers {
  readonly server: Server;
  readonly client: BaseLanguageClient;
}

/**
 * Asks the server for something that takes long; a notification shows how far it is and can end it: then undefined. It goes when the work is done, though
 * the answer may come later, when somebody has looked at what is to be written.
 */
export async function askAtLength<T>(workers: Workers, title: string, question: Question<T>): Promise<T | undefined> {
  const options = { location: ProgressLocation.Notification, cancellable: true, title };
  const { answer } = await window.withProgress(options, async (progress, token) => {
    let answer: Promise<T | undefined> = Promise.resolve(undefined);
    await new Promise<void>((done) => {
      answer = ask(workers, question, { progress, token, done }).finally(done);
      answer.catch(() => undefined); // it is waited for below
    });
    return { answer };
  });
  return answer;
}

interface Notification {
  readonly progress: Progress<{ message?: string; increment?: number }>;
  readonly token: CancellationToken;
  readonly done: () => void;
}

async function ask<T>(
  { server, client }: Workers,
  { params, ...question }: Question<T>,
  { progress, token, done }: Notification,
): Promise<T | undefined> {
  const workDoneToken = `copydesk-${crypto.randomUUID()}`;
  let percent = 0;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'end') return done();
    const percentage = value.percentage ?? percent;
    progress.report({
      ...(value.message === undefined ? {} : { message: value.message }),
      increment: Math.max(0, percentage - percent),
    });
    percent = Math.max(percent, percentage);
  });
  try {
    const answer = await server.ask({ ...question, params: { ...params, workDoneToken }, token });
    return token.isCancellationRequested ? undefined : answer;
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listening.dispose();
  }
}

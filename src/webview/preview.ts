import type { ToPreview } from '../protocol/preview';
import './preview.css';
import { answerClicks } from './clicks';
import { connect } from './host';
import { parse, patch } from './patch';
import { type Pictures, picturesOf } from './pictures';
import { followScrolling } from './scrolling';

const host = connect();
const page = document.getElementById('page') as HTMLElement;
const failure = document.getElementById('failure') as HTMLElement;
const scrolling = followScrolling(page, host);
const { missing = '', nowhere = '', retry = '' } = document.body.dataset;
const pictures: Pictures = picturesOf(page, { missing, nowhere, retry });

function render(message: Extract<ToPreview, { type: 'render' }>): void {
  const next = parse(message.html);
  pictures.prepare(next, message.base);
  document.documentElement.lang = message.language;
  patch(page, next);
  failure.hidden = true;
  scrolling.rendered(message.uri, message.lines);
}

function fail(text: string, detail: string): void {
  const [title, more] = failure.children;
  if (title) title.textContent = text;
  if (more) more.textContent = detail;
  failure.hidden = false;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  switch (data.type) {
    case 'render':
      return render(data);
    case 'scroll':
      return scrolling.show(data.line);
    case 'failed':
      return fail(data.text, data.detail);
    default:
      return data satisfies never;
  }
});
answerClicks(host);
host.postMessage({ type: 'ready' });

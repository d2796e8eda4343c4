import { type ImageFact, type ImageFacts, type ImageProbe, INLINED_BYTES } from '../base/images';
import { dataUriOf, pictureFact } from '../base/pictures';
import type { Platform } from './platform';
import type { Root } from './root';

/** At most so many facts are kept; the oldest go first. A data URI weighs up to 100 KB. */
const LIMIT = 100;
const UNKNOWN: ImageFact = { state: 'unknown' };

/** What is known of pictures, local ones and remote ones. */
export class Pictures {
  private readonly facts = new Map<string, ImageFact>();
  private readonly under = new Map<string, Promise<void>>();
  private probe: { readonly hosts: string; readonly probe: ImageProbe } | undefined;

  constructor(private readonly platform: Platform) {}

  factsOf(rootUri: string): ImageFacts {
    return { get: (address) => this.facts.get(keyOf(rootUri, address)) ?? UNKNOWN };
  }

  async lookAt(root: Root, addresses: readonly string[], limit: number): Promise<void> {
    const all = Promise.all(addresses.map((address) => this.once(root, address)));
    await Promise.race([all, new Promise<void>((done) => setTimeout(done, limit))]);
  }

  private once(root: Root, address: string): Promise<void> {
    const key = keyOf(root.uri, address);
    const local = address.startsWith('file:');
    if (!local && this.facts.has(key)) return Promise.resolve();
    const running = this.under.get(key);
    if (running) return running;
    const work = (local ? this.readLocal(root, address) : this.askRemote(root, address))
      .then((fact) => this.keep(key, fact))
      .finally(() => this.under.delete(key));
    this.under.set(key, work);
    return work;
  }

  private async readLocal(root: Root, address: string): Promise<ImageFact> {
    const bytes = await root.files.read(address.slice('file:'.length));
    if (!bytes) return { state: 'broken', reason: 'missing' };
    const fact = pictureFact(bytes);
    return fact.state === 'ok' && bytes.length <= INLINED_BYTES
      ? { ...fact, dataUri: dataUriOf(bytes, fact.mime) }
      : fact;
  }

  /** Only `http:` pictures are fetched: the workbench paints `https:` ones by itself. */
  private async askRemote(root: Root, url: string): Promise<ImageFact> {
    if (!root.project.images.remote || !/^http:/i.test(url)) return UNKNOWN;
    const hosts = root.project.images.allowedHosts;
    const key = hosts.join('\n');
    if (this.probe?.hosts !== key) this.probe = { hosts: key, probe: this.platform.probe({ allowedHosts: hosts }) };
    return this.probe.probe.probe(url, { inline: true });
  }

  private keep(key: string, fact: ImageFact): void {
    if (fact.state === 'unknown') return;
    this.facts.delete(key);
    this.facts.set(key, fact);
    for (const oldest of this.facts.keys()) {
      if (this.facts.size <= LIMIT) break;
      this.facts.delete(oldest);
    }
  }
}

function keyOf(rootUri: string, address: string): string {
  return address.startsWith('file:') ? `${rootUri} ${address}` : address;
}

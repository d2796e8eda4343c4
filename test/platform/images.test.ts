import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { ImageFact } from '../../src/base/images';
import { isPublicAddress } from '../../src/platform/node/addresses';
import { imageProbe } from '../../src/platform/node/images';

/** A PNG of 3 × 2 pixels as far as its header goes, filled up to a length. */
function png(length = 64): Buffer {
  const bytes = Buffer.alloc(length);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(3, 16);
  bytes.writeUInt32BE(2, 20);
  return bytes;
}

let server: Server;
let other: Server;
let host = '';
let otherHost = '';
const asked: string[] = [];
const load = { now: 0, most: 0 };

const answer: RequestListener = (request, response) => {
  const url = new URL(request.url ?? '/', 'http://x');
  asked.push(url.pathname);
  const send = (type: string, body: string | Buffer, status = 200) =>
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
  switch (url.pathname) {
    case '/a.png':
      return send('image/png', png());
    case '/no-type':
      return response.writeHead(200).end(png());
    case '/page':
      return send('text/html', '<!doctype html><title>x</title>');
    case '/liar':
      return send('image/png', '<!doctype html>');
    case '/text':
      return send('text/plain', png());
    case '/vector.svg':
      return send('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="5"><script/></svg>');
    case '/large.png':
      return send('image/png', png(400_000));
    case '/endless.png':
      response.writeHead(200, { 'content-type': 'image/png' });
      return void pour(response);
    case '/fits.png':
      return send('image/png', png(70_000));
    case '/over.png':
      return send('image/png', png(70_001));
    case '/to':
      return response.writeHead(302, { location: url.searchParams.get('url') ?? '' }).end();
    case '/loop':
      return response.writeHead(302, { location: '/loop' }).end();
    case '/slow':
      return undefined;
    case '/drip':
      response.writeHead(200, { 'content-type': 'image/png' });
      return response.write(png(30));
    case '/busy':
      load.most = Math.max(load.most, ++load.now);
      return void setTimeout(() => {
        load.now--;
        send('image/png', png());
      }, 150);
    case '/error':
      return send('text/plain', 'x', 500);
    default:
      return send('text/plain', 'x', 404);
  }
};

function pour(response: Parameters<RequestListener>[1]): void {
  const write = () => {
    if (!response.destroyed && response.write(png(65_536))) setImmediate(write);
  };
  response.on('drain', write);
  write();
}

before(async () => {
  server = createServer(answer);
  other = createServer(answer);
  await Promise.all([server, other].map((s) => new Promise<void>((done) => s.listen(0, '127.0.0.1', done))));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  otherHost = `127.0.0.1:${(other.address() as AddressInfo).port}`;
});
after(() => {
  for (const s of [server, other]) {
    s.closeAllConnections();
    s.close();
  }
});

const at = (path: string) => `http://${host}${path}`;
const look = (path: string, options: { inline?: boolean; timeout?: number } = {}): Promise<ImageFact> =>
  imageProbe({ allowedHosts: [host], timeout: options.timeout }).probe(at(path), { inline: options.inline ?? false });
const broken = (reason: string) => ({ state: 'broken', reason });

test('a picture has its type, size in pixels and weight', async () => {
  assert.deepEqual(await look('/a.png'), { state: 'ok', mime: 'image/png', bytes: 64, width: 3, height: 2 });
  assert.deepEqual(await look('/no-type'), { state: 'ok', mime: 'image/png', bytes: 64, width: 3, height: 2 });
});

test('inlining gives the whole picture as a data URI', async () => {
  const fact = await look('/a.png', { inline: true });
  assert.equal(fact.state === 'ok' && fact.dataUri, `data:image/png;base64,${png().toString('base64')}`);
});

test('the largest picture that is inlined makes a data URI below 95,000 characters; one byte more is too large', async () => {
  const fact = await look('/fits.png', { inline: true });
  assert.ok(fact.state === 'ok' && fact.dataUri && fact.dataUri.length > 90_000 && fact.dataUri.length < 95_000);
  assert.deepEqual(await look('/over.png', { inline: true }), broken('too-large'));
  assert.deepEqual(await look('/endless.png', { inline: true }), broken('too-large'));
});

test('a large picture is only begun: its size stands at the beginning, its weight in the header', async () => {
  assert.deepEqual(await look('/large.png'), { state: 'ok', mime: 'image/png', bytes: 400_000, width: 3, height: 2 });
  assert.deepEqual(await look('/endless.png'), {
    state: 'ok',
    mime: 'image/png',
    bytes: 256 * 1024,
    width: 3,
    height: 2,
  });
});

test('an SVG is looked at and never inlined', async () => {
  const fact = await look('/vector.svg', { inline: true });
  assert.ok(fact.state === 'ok' && fact.mime === 'image/svg+xml' && fact.width === 4 && fact.dataUri === undefined);
});

test('what is no picture, by its type or by its bytes, is named so', async () => {
  for (const path of ['/page', '/liar', '/text']) assert.deepEqual(await look(path), broken('not-an-image'), path);
});

test('a missing picture and a failing server are told apart', async () => {
  assert.deepEqual(await look('/nowhere.png'), broken('missing'));
  assert.deepEqual(await look('/error'), broken('unreachable'));
  const probe = imageProbe({ allowedHosts: ['127.0.0.1'] });
  assert.deepEqual(await probe.probe('http://127.0.0.1:1/', { inline: false }), broken('unreachable'));
});

test('only http and https are asked', async () => {
  const probe = imageProbe({ allowedHosts: [host] });
  for (const url of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'data:image/png;base64,', 'javascript:1', 'x', ''])
    assert.deepEqual(await probe.probe(url, { inline: false }), broken('refused'), url);
});

test('addresses of this machine and of private networks are refused without being asked', async () => {
  asked.length = 0;
  const port = host.split(':')[1];
  const hosts = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0.0.0.0', '127.1'];
  for (const name of hosts) {
    const fact = await imageProbe().probe(`http://${name}:${port}/a.png`, { inline: false });
    assert.deepEqual(fact, broken('refused'), name);
  }
  for (const url of [
    'http://169.254.169.254/latest/',
    'http://10.0.0.1/',
    'https://192.168.1.1/',
    'http://[fd00::1]/',
  ]) {
    assert.deepEqual(await imageProbe().probe(url, { inline: false }), broken('refused'), url);
  }
  assert.deepEqual(asked, []);
});

test('a host is allowed with its port or with every port', async () => {
  const allowed = async (entry: string) =>
    (await imageProbe({ allowedHosts: [entry] }).probe(at('/a.png'), { inline: false })).state;
  assert.equal(await allowed(host), 'ok');
  assert.equal(await allowed('127.0.0.1'), 'ok');
  assert.equal(await allowed('127.0.0.1:1'), 'broken');
});

test('a redirect is followed to an allowed host, and refused to a private one or to another protocol', async () => {
  assert.equal((await look('/to?url=/a.png')).state, 'ok');
  asked.length = 0;
  for (const url of [
    `http://${otherHost}/a.png`,
    `http://localhost:${otherHost.split(':')[1]}/a.png`,
    'file:///etc/passwd',
  ]) {
    assert.deepEqual(await look(`/to?url=${encodeURIComponent(url)}`), broken('refused'), url);
  }
  assert.deepEqual(asked, ['/to', '/to', '/to']);
});

test('a chain of redirects ends after five', async () => {
  asked.length = 0;
  assert.deepEqual(await look('/loop'), broken('unreachable'));
  assert.equal(asked.length, 6);
});

test('a server that does not answer, or does not finish, is given up', { timeout: 4000 }, async () => {
  for (const path of ['/slow', '/drip']) {
    const start = Date.now();
    assert.deepEqual(await look(path, { timeout: 200 }), broken('unreachable'), path);
    assert.ok(Date.now() - start < 2000);
  }
});

test('one host is asked for two pictures at a time', async () => {
  const probe = imageProbe({ allowedHosts: [host] });
  const facts = await Promise.all(Array.from({ length: 7 }, () => probe.probe(at('/busy'), { inline: false })));
  assert.ok(facts.every(({ state }) => state === 'ok'));
  assert.equal(load.most, 2);
});

test('public addresses are told from the others, IPv4 inside IPv6 too', () => {
  const open = [
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ];
  const shut = [
    '10.1.2.3',
    '100.64.0.1',
    '127.9.9.9',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
  ];
  const shut6 = ['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fd12::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:7f00:1'];
  const inside = ['64:ff9b::7f00:1', '2002:7f00:1::', '::127.0.0.1', '224.0.0.1', '255.255.255.255', 'localhost', ''];
  assert.deepEqual(
    open.filter((address) => !isPublicAddress(address)),
    [],
  );
  assert.deepEqual([...shut, ...shut6, ...inside].filter(isPublicAddress), []);
});

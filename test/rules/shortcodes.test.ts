import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PROJECT, type HugoVersion } from '../../src/project/project';
import { brokenShortcode } from '../../src/rules/broken-shortcode';
import { unknownShortcode } from '../../src/rules/unknown-shortcode';
import { unpairedShortcode } from '../../src/rules/unpaired-shortcode';
import { skipWithoutHugo, withBuild } from '../support/hugo';
import { problemsIn, WORLD } from './subjectOf';

const FRONT = '---\ntitle: "a"\ndate: 2025-02-07\n---\n\n';
const rules = [brokenShortcode, unknownShortcode, unpairedShortcode];

function told(body: string, hugoVersion: HugoVersion = [0, 111]): string[] {
  const world = {
    project: { ...DEFAULT_PROJECT, hugoVersion },
    site: { ...WORLD.site, shortcodes: new Set(['box', 'solo']) },
  };
  return problemsIn(`${FRONT}${body}\n`, { rules, world }).map(({ rule }) => rule);
}

test('what came with a later Hugo is unknown to this one, and known to that', () => {
  for (const [name, version] of [
    ['comment', 137],
    ['details', 140],
    ['qr', 141],
  ] as const) {
    const body = `{{< ${name} >}}甲{{< /${name} >}}`;
    assert.deepEqual(told(body), ['unknown-shortcode']);
    assert.deepEqual(told(body, [0, version - 1]), ['unknown-shortcode']);
    assert.deepEqual(told(body, [0, version]), []);
    assert.deepEqual(told(`{{< ${name} >}}甲`, [0, version]), ['unpaired-shortcode']);
  }
  assert.deepEqual(told('{{< x user="a" id="1" >}}', [0, 140]), ['unknown-shortcode']);
  assert.deepEqual(told('{{< x user="a" id="1" >}}', [1, 0]), []);
});

/** Bodies of which Hugo 0.111 builds some and fails on others. */
const BODIES = [
  '{{< figure src="a" >}}',
  '{{< figur src="a" >}}',
  '{{% figure src="a" %}}',
  '{{% figur %}}',
  '```\n{{< nope >}}\n```',
  '`{{< nope >}}`',
  '<!-- {{< nope >}} -->',
  '{{</* nope */>}}',
  '{{%/* nope */%}}',
  '{{ nope }}',
  '\u0024{nope}',
  '{{nope}}',
  '{{- nope -}}',
  '{{< highlight go >}}x',
  '{{< highlight go >}}x{{< /highlight >}}',
  '{{% highlight go %}}x{{% /highlight %}}',
  '{{< figure src="a" >}}x{{< /figure >}}',
  '{{< figure src="a" />}}',
  '{{< /highlight >}}',
  '{{< figure',
  '{{< figure src="a >}}',
  '{{< >}}',
  '{{<figure src="a">}}',
  '{{< solo >}}',
  '{{< highlight go >}}{{< highlight go >}}x{{< /highlight >}}',
  '{{< details >}}x{{< /details >}}',
  '{{< qr text="a" />}}',
  '{{< figure "a" src="b" >}}',
  '{{< figure src=a.png >}}',
  '{{< ＜figure >}}',
  '{{＜ figure ＞}}',
];

test('a shortcode is an error exactly where the build of Hugo 0.111 fails', { skip: skipWithoutHugo }, () => {
  const wrong = BODIES.flatMap((body) => {
    const files = {
      'hugo.toml': 'baseURL = "/"\ndisableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "404", "section"]\n',
      'layouts/_default/single.html': '{{ .Content }}',
      'layouts/shortcodes/solo.html': 'solo',
      'content/n/a.md': `${FRONT}${body}\n`,
    };
    const fails = withBuild(files, [], ({ status }) => status !== 0);
    return told(body).length > 0 === fails ? [] : [`${body}: Hugo ${fails ? 'fails' : 'builds it'}`];
  });
  assert.deepEqual(wrong, []);
});

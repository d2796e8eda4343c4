import type { ImageUse } from '../article/article';
import { message } from '../base/message';
import { altFixes, isWithoutAddress, picturesIn } from './pictures';
import type { Rule } from './rule';

export const fileNameAltText: Rule = {
  id: 'file-name-alt-text',
  group: 'images',
  summary: message('Alt text that is the name or the address of a file'),
  severity: 'information',
  *check(subject) {
    for (const image of picturesIn(subject)) {
      if (!isFileName(image) || isWithoutAddress(image, subject.world.site.unsafe)) continue;
      yield {
        span: image.altSpan,
        message: message(
          '“{0}” is the name of a file and says nothing of the picture to readers who cannot see it, or to search engines. Say in a few words what it shows.',
          shortened(image.alt.trim()),
        ),
        fixes: () => altFixes(subject, image),
      };
    }
  },
};

/** `photo (1).jpg`, `https://…`, `IMG_1234`, `微信图片_20250207`, a hash, or the name of the picture's own file where that is no word. */
function isFileName({ alt, url }: ImageUse): boolean {
  const text = alt.trim();
  if (text === '' || text.length > LONGEST) return false;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return true;
  if (/^[^/。，！？]{1,120}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|heic|tiff?)$/i.test(text)) return true;
  if (CAMERA.test(text) || /^(?=.*\d)[0-9a-f]{16,}$/i.test(text)) return true;
  return /^[\w.%-]*[\d_][\w.%-]*$/.test(text) && text.length > 3 && text === baseName(url);
}

const LONGEST = 2000;

/** Names that cameras, telephones and chat programs give. */
const CAMERA =
  /^(?:IMG|image|DSC|DSCN|DSCF|PXL|MVIMG|WX|mmexport|Snipaste|Screenshot|WechatIMG|微信图片|微信截图|QQ图片|QQ截图|企业微信截图|屏幕截图|截屏)[\s_-]*\d{3,}[\d\s_.:()-]*$/i;

function baseName(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,5}$/, '');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 24)}…${text.slice(-12)}` : text;
}

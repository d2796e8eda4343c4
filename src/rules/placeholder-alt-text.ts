import { message } from '../base/message';
import { altFixes, isWithoutAddress, picturesIn } from './pictures';
import type { Rule } from './rule';

export const placeholderAltText: Rule = {
  id: 'placeholder-alt-text',
  group: 'images',
  summary: message('Alt text that says no more than “picture”'),
  severity: 'information',
  *check(subject) {
    for (const image of picturesIn(subject)) {
      if (!isPlaceholder(image.alt) || isWithoutAddress(image, subject.world.site.unsafe)) continue;
      yield {
        span: image.altSpan,
        message: message(
          '“{0}” says nothing of the picture: readers who cannot see it, and search engines, learn no more than that there is one. Say in a few words what it shows.',
          image.alt.trim(),
        ),
        fixes: () => altFixes(subject, image),
      };
    }
  },
};

const PLACEHOLDERS = [
  '图片?|圖片?|图像|圖像|照片|相片|图照|配[图圖]|插[图圖]|[题題][图圖]|头图|頭圖|封面[图圖]?|截[图圖]|示意[图圖]|动图|微信图片|QQ图片|网络图片|资料图片?',
  '图片描述|图片说明|图片名称?|图片标题|替代文字|请?输入图片(?:描述|说明)|在?这里插入图片描述|插入图片',
  '画像|写真|이미지|사진',
  'image|img|picture|pic|photo|photograph|figure|fig|screenshot|screen shot|thumbnail|thumb|cover|untitled|placeholder',
  'alt|alt text|alternative text|image alt|image description|image title|enter image description here|description',
] as const;

/** Such a word alone, or with a number. */
const PLACEHOLDER = new RegExp(
  `^[（(【[]?(?:${PLACEHOLDERS.join('|')})[\\s\\-_.:：#(（]*(?:\\d{1,3}|[一二三四五六七八九十])?[)）】\\]]?$`,
  'i',
);

/** The longest of them with its number. */
const LONGEST = 40;

function isPlaceholder(alt: string): boolean {
  const text = alt.trim();
  return text !== '' && text.length <= LONGEST && PLACEHOLDER.test(text);
}

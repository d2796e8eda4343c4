import { seedArticle } from './seed';

/** An article of about a megabyte: the front matter of the seed and its body over and over, each time with other words at the ends of its paragraphs. */
export function largeArticle(size = 1_000_000): string {
  const seed = seedArticle();
  const end = seed.indexOf('\n---', 3) + 5;
  const parts = [seed.slice(0, end)];
  const paragraphs = seed.slice(end).split('\n\n');
  for (let length = end, round = 0; length < size; round++)
    for (const paragraph of paragraphs) {
      const part = /^[^\s#|>`<-].*[\p{L}。]$/su.test(paragraph) ? `${paragraph}第${round}次。` : paragraph;
      parts.push(part, '\n\n');
      length += 3 * part.length;
    }
  return parts.join('');
}

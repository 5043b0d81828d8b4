import type { Root } from 'mdast';
import type { Options } from 'remark-rehype';
import { own } from '../../internal/own.js';
import { everything } from '../everything.js';
import { kindOf, kinds } from '../kinds.js';

// cspell:disable
/** What the elements call each kind of callout, in the order of `kinds`; a test holds these words against theirs. */
const titles: Readonly<Record<string, string>> = {
  ar: 'ملاحظة | نصيحة | معلومة | ملخص | نجاح | سؤال | تحذير | خطر | مثال | اقتباس',
  de: 'Hinweis | Tipp | Info | Zusammenfassung | Erfolg | Frage | Warnung | Gefahr | Beispiel | Zitat',
  es: 'Nota | Consejo | Información | Resumen | Éxito | Pregunta | Advertencia | Peligro | Ejemplo | Cita',
  fr: 'Note | Astuce | Info | Résumé | Succès | Question | Avertissement | Danger | Exemple | Citation',
  ja: '注記 | ヒント | 情報 | 概要 | 成功 | 質問 | 警告 | 危険 | 例 | 引用',
  zh: '备注 | 提示 | 信息 | 摘要 | 成功 | 问题 | 警告 | 危险 | 示例 | 引用',
};

/** What stands above footnotes, and the name of the links back: `{n}` is the number of the reference. */
const footnotes: Readonly<Record<string, readonly [label: string, back: string]>> = {
  ar: ['الحواشي', 'العودة إلى المرجع {n}'],
  de: ['Fußnoten', 'Zurück zum Verweis {n}'],
  es: ['Notas al pie', 'Volver a la referencia {n}'],
  fr: ['Notes de bas de page', 'Revenir à l’appel de note {n}'],
  ja: ['脚注', '参照 {n} に戻る'],
  zh: ['脚注', '返回引用 {n}'],
};
// cspell:enable

const codeOf = (lang: string) => lang.toLowerCase().split('-')[0]!;

/** Says the titles that authors have left to the kind of callout in the language of the page, where the library has it. */
export function translateTitles(tree: Root, lang: string): void {
  const words = own(titles, codeOf(lang))?.split(' | ');
  if (!words) return;
  everything(tree, (node) => {
    if (node.type !== 'admonition') return;
    const [title] = node.children;
    if (title?.type !== 'admonitionTitle' || !title.isDefault) return;
    title.children = [{ type: 'text', value: words[kinds.indexOf(kindOf(node.kind) ?? 'note')]! }];
  });
}

/** What `remark-rehype` writes beside footnotes, in the language of the page. */
export function footnoteWords(lang: string): Options {
  const [label, back] = own(footnotes, codeOf(lang)) ?? [];
  if (!label || !back) return {};
  return {
    footnoteLabel: label,
    footnoteBackLabel: (index, again) => back.replace('{n}', `${index + 1}${again > 1 ? `-${again}` : ''}`),
  };
}

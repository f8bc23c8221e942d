/** The words of guides in Arabic. */
import type { GuideWords } from '../guide.ts';
import type { Speech } from '../speech.ts';
import { isolated } from './isolated.ts';

export function guide({ counted }: Speech): GuideWords {
  return {
    needs: 'ما تحتاج إليه',
    include: (name) => isolated`خذ ${name}`,
    amountOf: (name) => isolated`كمية ${name}`,
    leftOut: 'متروك',
    optional: 'إن أردت',
    missing: 'لا أحد هنا يستطيع توصيل هذا الآن.',
    someMissing: (count) =>
      counted(count, {
        one: 'شيء واحد غير متوفر الآن، والباقي متوفر.',
        two: 'شيئان غير متوفرين الآن، والباقي متوفر.',
        few: '# أشياء غير متوفرة الآن، والباقي متوفر.',
        many: '# شيئًا غير متوفر الآن، والباقي متوفر.',
        other: '# شيء غير متوفر الآن، والباقي متوفر.',
      }),
    all: 'الكل مع التوصيل',
    busy: 'جارٍ البحث عن أرخص العبوات والبائعين …',
    buy: 'ضع الكل في السلة',
    bought: 'كل شيء في السلة.',
    proved: 'لا عبوات ولا بائعين آخرين أرخص.',
    failed: 'تعذر تحميل هذا الدليل.',
    kitFailed: 'تعذر حساب ما يلزم. تحقق من اتصالك.',
  };
}

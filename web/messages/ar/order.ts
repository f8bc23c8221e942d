/** The words of `<vitrine-order>` in Arabic. */
import type { OrderWords } from '../order.ts';
import { isolated } from './isolated.ts';

export const order = (): OrderWords => ({
  title: 'طلبك',
  number: (id) => isolated`رقم الطلب ${id}`,
  placedAt: (time) => isolated`سُجّل في ${time}`,
  statuses: {
    placed: 'سُجّل',
    acknowledged: 'تأكد',
    shipped: 'شُحن',
    rejected: 'رُفض',
    cancelled: 'أُلغي',
  },
  ready: 'جاهز للاستلام',
  carriedOut: 'أُنجز',
  news: (seller, status) => isolated`${seller}: ${status}`,
  times: (quantity, title) => isolated`${quantity} × ${title}`,
  nothingToPay: 'لا شيء للدفع',
  openPage: 'افتح صفحة الطلب',
  unknown: 'لا نعرف هذا الطلب.',
});

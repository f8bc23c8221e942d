/** The words about messages to sellers' endpoints in Arabic. */
import type { DeliveryWords } from '../deliveries.ts';
import type { Speech } from '../speech.ts';
import { isolated } from './isolated.ts';

export const words = ({ counted }: Speech): DeliveryWords => ({
  title: 'الرسائل إلى برنامجك',
  titleOfAll: 'الرسائل إلى برامج البائعين',
  text: 'كل رسالة تخبر بطلب. ما سُلّم أو سُحب يبقى في القائمة 30 يومًا.',
  event: 'الحدث',
  events: {
    'order.created': 'طلب جديد',
    'order.rejected': 'لم يُجب في الوقت',
    'order.cancelled': 'أُلغي',
    'order.appointments_accepted': 'قُبل يوم آخر',
  },
  order: 'الطلب',
  seller: 'البائع',
  queued: 'منذ',
  state: 'الحالة',
  states: {
    waiting: 'في الانتظار',
    delivered: 'سُلّمت',
    parked: 'متروكة',
    withdrawn: 'سُحبت',
  },
  nextAt: (time) => isolated`المحاولة التالية ${time}`,
  attempts: 'المحاولات',
  outcome: 'آخر جواب',
  untried: 'لم تُجرَّب بعد',
  all: 'الكل',
  none: 'لا رسائل بعد. يأتي كل طلب برسالة حالما يوجد برنامج يستلمها.',
  noneOfAll: 'لم تكن هناك رسائل بعد.',
  noneLikeThat: 'لا توجد رسائل كهذه.',
  older: 'إظهار رسائل أقدم',
  replay: 'إعادة الإرسال',
  replayOf: (order) => isolated`إعادة الإرسال: ${order}`,
  replayAll: 'إعادة إرسال كل ما تُرك',
  replayed: (count) =>
    counted(count, {
      zero: 'لا رسائل تُعاد.',
      one: 'تُعاد رسالة واحدة.',
      two: 'تُعاد رسالتان.',
      few: 'تُعاد # رسائل.',
      many: 'تُعاد # رسالة.',
      other: 'تُعاد # رسالة.',
    }),
  ended: 'انتهى الطلب، أو الرسالة في الطريق. لا يُعاد إرسالها.',
});

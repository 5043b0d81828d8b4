import { provide } from '../internal/translations.js';
import type { Translation } from './translation.js';

const plurals = new Intl.PluralRules('ar');

const steps: Record<Intl.LDMLPluralRule, (count: number) => string> = {
  zero: () => 'لا خطوات',
  one: () => 'خطوة واحدة',
  two: () => 'خطوتان',
  few: (count) => `${count} خطوات`,
  many: (count) => `${count} خطوة`,
  other: (count) => `${count} خطوة`,
};

const arabic: Translation = {
  $code: 'ar',
  $name: 'العربية',
  $dir: 'rtl',

  comma: '، ',
  notLoaded: 'تعذّر التحميل. أعد تحميل الصفحة.',
  wasCopied: 'تم النسخ',
  cannotCopy: 'لا يسمح المتصفح لهذه الصفحة بالنسخ',

  copyLinkTo: (name) => `نسخ رابط «${name}»`,
  linkCopied: 'تم نسخ الرابط',
  linkInAddressBar: 'الرابط موجود في شريط العنوان',

  copyAs: 'نسخ بصيغة',
  copyTableAs: (format) => `نسخ الجدول بصيغة ${format}`,
  table: 'جدول',
  explainLaws: 'شرح القوانين',
  sortBy: 'ترتيب حسب',
  sorted: (column) => `الترتيب: ${column}`,
  notSorted: (column) => `لا يمكن الفرز: ${column} (قيم غير قابلة للمقارنة)`,
  asWritten: 'الأصلي',
  ascending: 'تصاعدي',
  descending: 'تنازلي',
  filterRows: 'تصفية الصفوف',
  rowsShown: (shown, all) => `الصفوف المعروضة: ${shown} من ${all}`,
  Yes: 'نعم',
  No: 'لا',
  Caution: 'تنبيه',
  Good: 'جيد',
  Fair: 'متوسط',
  Poor: 'ضعيف',

  timeToDetect: 'زمن الاكتشاف',
  timeToMitigate: 'زمن التخفيف',
  timeToResolve: 'زمن الحل',

  objective: (latency) => `SLO ${latency}`,
  tailRatio: (times) => `نسبة P99 إلى P50 هي ${times}.`,
  beyondObjective: (percentiles) => `خارج حد SLO: ${percentiles}.`,
  withinObjective: 'كل القيم ضمن حد SLO.',

  downtime: (availability, duration) => `${availability} تعني توقفًا قدره ${duration} في السنة`,
  doubles: (time) => `يتضاعف خلال ${time}`,
  halves: (time) => `ينخفض إلى النصف خلال ${time}`,
  targetMet: (value, target) => `${value} والهدف ${target}، تحقق الهدف`,
  targetMissed: (value, target) => `${value} والهدف ${target}، لم يتحقق الهدف`,

  onThisPage: 'في هذه الصفحة',

  diagram: 'مخطط',
  zoom: 'التكبير والتصغير',
  zoomLevel: (percent) => `${percent}%`,
  zoomOut: 'تصغير',
  zoomIn: 'تكبير',
  zoomTo: (level) => `تكبير إلى ${level}`,
  andWheel: (key) => `${key} مع عجلة الفأرة`,
  wheelZooms: (key) => `استخدم ${key} مع عجلة الفأرة للتكبير والتصغير`,
  fitDiagram: 'ملاءمة المخطط كاملًا',
  fullScreen: 'ملء الشاشة',
  leaveFullScreen: 'إنهاء ملء الشاشة',
  otherForms: 'أشكال أخرى',
  text: 'نص',
  textOfDiagram: 'محتوى المخطط كنص',
  source: 'المصدر',
  sourceOfDiagram: 'النص المصدري للمخطط',
  copySource: 'نسخ',
  copyTheSource: 'نسخ النص المصدري',
  downloadAs: (format) => `تنزيل الرسم بصيغة ${format}`,
  cannotMake: (format) => `لا يستطيع المتصفح إنشاء ${format} من هذا الرسم`,
  showAll: 'عرض الكل',
  wholeHeight: 'عرض المخطط بارتفاعه الكامل',
  tryAgain: 'إعادة المحاولة',
  cannotLoad: 'تعذر تحميل Mermaid.',
  cannotDraw: 'تعذر رسم هذا المخطط.',

  roleOfDiagram: 'مخطط',
  inGroup: (group) => `ضمن ${group}`,
  holds: (nodes) => `يحتوي على ${nodes}`,
  leadsTo: (nodes) => `إلى ${nodes}`,
  connectedWith: (nodes) => `مع ${nodes}`,
  message: (from, to, text) => `من ${from} إلى ${to}${text && `: ${text}`}`,
  noteAt: (nodes, text) => `ملاحظة عند ${nodes}: ${text}`,
  and: (one, other) => `${one} و${other}`,

  start: 'البداية',
  end: 'النهاية',
  choice: 'اختيار',
  forkOrJoin: 'تفرع أو التقاء',
  only_one: 'واحد بالضبط',
  zero_or_one: 'صفر أو واحد',
  one_or_more: 'واحد أو أكثر',
  zero_or_more: 'صفر أو أكثر',
  amounts: (from, to) => `${from} إلى ${to}`,
  extension: 'يُوسَّع به',
  composition: 'يتكون منه',
  aggregation: 'يجمعه',
  loop: 'تكرار',
  if: 'إذا',
  else: 'وإلا',
  optionally: 'اختياري',
  atTheSameTime: 'في الوقت نفسه',
  andAlso: 'و',
  criticalPart: 'حرج',
  orElse: 'أو',
  breakOff: 'قطع',

  walkthrough: 'جولة إرشادية',
  previous: 'السابق',
  next: 'التالي',
  steps: (count) => steps[plurals.select(count)](count),
  stepOf: (step, count) => `الخطوة ${step} من ${count}`,
  wholeDiagramShown: 'يُعرض المخطط كاملًا',

  note: 'ملاحظة',
  tip: 'نصيحة',
  info: 'معلومة',
  abstract: 'ملخص',
  success: 'نجاح',
  question: 'سؤال',
  warning: 'تحذير',
  danger: 'خطر',
  example: 'مثال',
  quote: 'اقتباس',
  critical: 'حرج',
  major: 'كبير',
  minor: 'بسيط',
  gold: 'ذهبي',
  silver: 'فضي',
  bronze: 'برونزي',
  'post-mortem': 'تحليل حادث',
  code: 'شيفرة',
  talk: 'محاضرة',
  paper: 'ورقة',
  docs: 'توثيق',
  book: 'كتاب',
  article: 'مقال',
  up: 'في ارتفاع',
  down: 'في انخفاض',
  flat: 'مستقر',

  'correlated-failure':
    'الأجزاء التي تشترك في شيء (خزانة خوادم أو عملية نشر أو مكتبة أو شهادة) تتعطل معًا. ولا يفيد التكرار إلا بقدر ما يكون المشترك معروفًا ومحدودًا.',
  'asynchronous-reality':
    'لا يوجد «الآن» مشترك: فالرسائل تتأخر أو تضيع أو تصل بغير ترتيبها، ولا يمكن التمييز بين البطيء والمتوقف. وما يعتمد على الترتيب أو الوقت عليه أن يبين من أين يحصل عليهما.',
  'emergent-chaos':
    'على نطاق واسع يسلك النظام سلوكًا لا يظهر في أي جزء منفرد: عواصف إعادة المحاولة، وحالات شبه مستقرة، وحلقات تغذية راجعة. تُكتشف بالأحمال والتجارب لا بقراءة الأجزاء.',
  'multidimensional-optimization':
    'لا يمكن أن يبلغ زمن الاستجابة والتكلفة والاتساق والتوافر والبساطة حدها الأمثل معًا. التصميم هو اختيار ما يُتنازل عنه، وينبغي أن يُدوَّن هذا الاختيار.',
  'distributed-knowledge':
    'لا يعرف أي جزء حالة الكل؛ فكل جزء يتصرف وفق صورة ناقصة تتقادم. والاتفاق يستغرق وقتًا، وما المراقبة إلا صورة أخرى من هذه الصور.',
  'cognitive-load':
    'لا يستطيع الناس تشغيل إلا ما تستوعبه عقولهم. وما زاد على ذلك يتحول التعقيد فيه إلى حوادث طويلة وتغييرات خاطئة ومعرفة محصورة في قلة قليلة.',
  'economic-reality':
    'كل تسعة إضافية في التوافر وكل نسخة وكل منطقة تُدفع من المال ومن وقت الناس. والبنية التي لا يستطيع العمل تحمل تكلفتها لا تدوم.',
};

provide(arabic);

export default arabic;

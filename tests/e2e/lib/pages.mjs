// The paths of the site.
const CATEGORIES = ['effektivitet', 'innovation', 'balansering', 'organisation', 'anvandare', 'teknik'];
const ASSESS = ['', '/oversikt', '/granska', '/svarande', '/svara', '/resultat', '/plan', '/dokument', '/skicka', '/kvitto', ...CATEGORIES.map(c => `/${c}`)];
const both = paths => paths.flatMap(p => [p, p === '/' ? '/en' : `/en${p}`]);

// The public pages on which the app may start by itself: when the clock changes what they show, or in the gallery when
// it is used.
export const PUBLIC_PAGES = both(['/', '/nominerade', '/halltider']);

// Every page that the app takes over.
export const APP_PAGES = [...PUBLIC_PAGES, ...both(['/sparat', '/kvitto', ...ASSESS.map(p => `/bedomning${p}`)])];

export const PLAIN_PAGES = both([
  '/nominerade/2001', '/nominerade/2015', '/nominerade/2023', '/nominerade/2023/varmdo',
  '/nominerade/2023/mora-orsa-alvdalen', '/nominerade/2013/vasteras', '/kommuner/nacka',
  '/kommuner/upplands-vasby', '/oppna-data', '/metod', '/om', '/tillganglighet',
]);

/** Files by what they are. None of these types is run where a browser opens it. */
const pictures = 'apng avif bmp gif heic heif ico jfif jpeg jpg png svg tif tiff webp'.split(' ');
const media = 'aac flac m4a m4v mov mp3 mp4 oga ogg ogv opus srt vtt wav weba webm'.split(' ');
const fonts = 'eot otf ttf woff woff2'.split(' ');
const documents = 'doc docx epub odp ods odt pdf ppt pptx rtf xls xlsx'.split(' ');
const data = 'csv geojson ics json json5 jsonld log map toml tsv txt vcf webmanifest yaml yml'.split(' ');
const archives = 'bz2 gz tar tgz xz zip'.split(' ');

const shown = new Set([...pictures, ...media]);
const copied = new Set([...shown, ...fonts, ...documents, ...data, ...archives]);

const typeOf = (path: string) => /\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** Whether a page can show a file: a picture, a video or a sound. */
export const isMedia = (path: string) => shown.has(typeOf(path));

/**
 * Whether a file may be published as it is, whoever wrote it. Not what a browser runs (HTML, XML, script, WebAssembly),
 * not stylesheets, which no page of an author who is not trusted can use, and nothing whose type a server has to guess.
 */
export function isHarmless(path: string): boolean {
  // Servers take `x.html.gz` for packed HTML, and send it as HTML.
  const packed = /^(.*\.[^./]*)\.(?:bz2|gz|xz)$/i.exec(path)?.[1];
  return copied.has(typeOf(path)) && (packed === undefined || isHarmless(packed)) && !isDrawing(path);
}

/** Whether a file is a drawing that may hold script. */
export const isDrawing = (path: string) => typeOf(path) === 'svg';

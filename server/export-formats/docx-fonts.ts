// The fonts that a Word file brings with it, so that Arabic looks the same wherever it is opened.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CharacterSet, type IPropertiesOptions } from "docx";

/** Of the text in general. */
export const textFont = "IBM Plex Sans Arabic";
/** Of the published text and of titles. */
export const passageFont = "Amiri";

type Fonts = NonNullable<IPropertiesOptions["fonts"]>;

const folder = join(process.cwd(), "node_modules/@expo-google-fonts");
const face = (path: string) => readFile(join(folder, path));

let found: Promise<Fonts> | undefined;

/** The fonts, read once; none where they are not installed, since Word then takes its own. */
export function embeddedFonts(): Promise<Fonts> {
  found ??= readFonts().catch(() => []);
  return found;
}

async function readFonts(): Promise<Fonts> {
  const [regular, bold, passage, passageBold] = await Promise.all([
    face("ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf"),
    face("ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf"),
    face("amiri/400Regular/Amiri_400Regular.ttf"),
    face("amiri/700Bold/Amiri_700Bold.ttf"),
  ]);
  const characterSet = CharacterSet.ARABIC;
  return [
    { name: textFont, data: regular, bold, characterSet },
    { name: passageFont, data: passage, bold: passageBold, characterSet },
  ];
}

import { createRequire } from 'node:module';
import type * as ECharts from 'echarts/core';
import type { DrawPicture } from '../../cards/chart.ts';
import { chartOption } from './chart-option.ts';
import { pictureSize } from './picture-size.ts';

/** Pixels per point: sharp on a phone, and 720 pixels wide. */
const SCALE = 2;

/** The regular and bold of one family with every accent of our names; a bare container has no fonts. */
const fonts = ['400Regular/AtkinsonHyperlegible_400Regular.ttf', '700Bold/AtkinsonHyperlegible_700Bold.ttf'];

/**
 * A chart as PNG, without a browser: ECharts lays it out as SVG, resvg makes the picture of it on a thread
 * of its own. White behind it, so that it reads the same in light and dark mode. The libraries are loaded
 * at the first picture: a start costs nothing.
 */
export const drawPicture: DrawPicture = async (chart) => {
  const { echarts, renderAsync, fontFiles } = await load();
  const { width, height } = pictureSize(chart);
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  let svg: string;
  try {
    drawing.setOption(chartOption(chart));
    svg = drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
  const picture = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Atkinson Hyperlegible' },
  });
  return picture.asPng();
};

let loaded: ReturnType<typeof loadAll> | null = null;

function load(): ReturnType<typeof loadAll> {
  loaded ??= loadAll().catch((fault) => {
    loaded = null;
    throw fault;
  });
  return loaded;
}

async function loadAll() {
  // The bundle of bars and lines: its many small files take ten times as long (1.2 s) and five times the memory.
  const bundle = 'echarts/dist/echarts.common.min.js';
  const [{ default: echarts }, { renderAsync }] = await Promise.all([
    import(bundle) as Promise<{ default: typeof ECharts }>,
    import('@resvg/resvg-js'),
  ]);
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = fonts.map((file) => resolve(`@expo-google-fonts/atkinson-hyperlegible/${file}`));
  return { echarts, renderAsync, fontFiles };
}

import type { Look } from './screen.ts';

/** How Teams has Adaptive Cards drawn, as the host configuration that Microsoft's renderer takes: sizes in pixels. */
export function teamsHost({ theme }: Look): object {
  const dark = theme === 'dark';
  const text = (normal: string, subtle: string) => ({
    default: { default: normal, subtle },
    dark: { default: '#201f1f', subtle: '#2d2c2c' },
    light: { default: '#ffffff', subtle: '#bfbfbf' },
    accent: { default: dark ? '#a6a7dc' : '#6264a7', subtle: dark ? '#8b8cc7' : '#8b8cc7' },
    good: { default: dark ? '#92c353' : '#237b4b', subtle: dark ? '#92c353' : '#237b4b' },
    warning: { default: dark ? '#f8d22a' : '#835c00', subtle: dark ? '#f8d22a' : '#835c00' },
    attention: { default: dark ? '#d74654' : '#c4314b', subtle: dark ? '#d74654' : '#c4314b' },
  });
  const plain = dark ? text('#ffffff', '#bfbfbf') : text('#201f1f', '#605e5c');
  // Coloured boxes are light in either theme.
  const coloured = (backgroundColor: string) => ({ backgroundColor, foregroundColors: text('#201f1f', '#2d2c2c') });
  const font = (fontFamily: string) => ({
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
  });
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: dark ? '#484644' : '#eeeeee' },
    fontTypes: {
      default: font("'Segoe UI', 'Noto Sans', Arial, sans-serif"),
      monospace: font("'Courier New', monospace"),
    },
    containerStyles: {
      default: { backgroundColor: dark ? '#2d2c2c' : '#ffffff', foregroundColors: plain },
      emphasis: { backgroundColor: dark ? '#292828' : '#f3f2f1', foregroundColors: plain },
      accent: coloured('#c7def9'),
      good: coloured('#ccffcc'),
      warning: coloured('#ffe2b2'),
      attention: coloured('#ffc5b2'),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *' }, optionalInputs: {} } },
  };
}

/** The part of pdfmake that is used here; its own types want the whole DOM. */
declare module 'pdfmake' {
  type Content = Record<string, unknown>;
  type Node = { headlineLevel?: number };
  type Around = { getFollowingNodesOnPage(): Node[]; getNodesOnNextPage(): Node[] };
  export type Definition = {
    pageSize: string;
    pageMargins: [number, number, number, number];
    info: { title: string; creationDate: Date; producer: string };
    language: string;
    displayTitle: boolean;
    defaultStyle: Content;
    styles: Record<string, Content>;
    content: Content[];
    pageBreakBefore(node: Node, around: Around): boolean;
    footer(page: number, pages: number): Content;
  };
  const pdfmake: {
    setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void;
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    setLocalAccessPolicy(allowed: (path: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}

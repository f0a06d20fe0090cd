import { Markup } from './markup.ts';

/** The style sheet of the report, with its title in the running header of the printed pages. */
export function styleSheet(title: string): Markup {
  return new Markup(
    `<style>${BASE}${TEXT}${CARDS}${CHARTS}${PRINT.replace('RUNNING_TITLE', () => cssString(title))}</style>`,
  );
}

/** A CSS string of any text: everything but ASCII letters and digits as an escape, so that nothing can end it. */
function cssString(text: string): string {
  const escaped = Array.from(text.toWellFormed(), (character) => {
    const code = character.codePointAt(0) as number;
    if (/[a-z0-9]/iu.test(character)) return character;
    // NUL has no escape, and a page header has neither lines nor room for direction marks.
    if (code < 0x20 || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return ' ';
    return `\\${code.toString(16)} `;
  });
  return `"${escaped.join('')}"`;
}

/** Colours that are legible on white paper: AA contrast, on the screen and in print. */
const INK_COLOURS = `--verified:#11652c;--disputed:#a8071a;--unresolved:#7c4a00;--out-of-scope:#4b5563;--unrated:#4b5563;--note:#6d28a8;
--verified-wash:#11652c1c;--disputed-wash:#d1242f20;--unresolved-wash:#d4940030;--out-of-scope-wash:#6b728024;--unrated-wash:#6b728018;--note-wash:#8b45d618;
--blue:#0b4f9e;--orange:#8f4a00;--green:#11652c;--pink:#9b2a6a;--sky:#0a5a78;--red:#a8071a;--yellow:#6a5300;--grey:#4b5563`;

const BASE = `
:root{color-scheme:light dark;
--paper:#fff;--raised:#f6f7f8;--ink:#1c2024;--quiet:#57606a;--rule:#d5d9de;--link:#0b4f9e;
${INK_COLOURS}}
@media (prefers-color-scheme:dark){:root{
--paper:#15181b;--raised:#1e2226;--ink:#e4e7ea;--quiet:#a2abb5;--rule:#363c43;--link:#8ec1ff;
--verified:#74d68f;--disputed:#ff9c98;--unresolved:#efb94a;--out-of-scope:#b3bcc6;--unrated:#b3bcc6;--note:#cfa8ff;
--verified-wash:#74d68f22;--disputed-wash:#ff6b662e;--unresolved-wash:#efb94a26;--out-of-scope-wash:#b3bcc624;--unrated-wash:#b3bcc61a;--note-wash:#b07cff26;
--blue:#8ec1ff;--orange:#ffb471;--green:#74d68f;--pink:#ff9fd0;--sky:#7fd3f2;--red:#ff9c98;--yellow:#e6cf5a;--grey:#b3bcc6}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:auto}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.65 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Hiragino Sans","Yu Gothic","Noto Sans JP","Noto Sans CJK JP",sans-serif;line-break:strict;overflow-wrap:anywhere;text-autospace:normal}
:lang(ja),html:lang(ja) body{font-family:"Hiragino Sans","Hiragino Kaku Gothic ProN","Yu Gothic Medium","Yu Gothic",YuGothic,Meiryo,"Noto Sans JP","Noto Sans CJK JP",system-ui,sans-serif}
:lang(ja){line-height:1.8}
.masthead,main{max-inline-size:54rem;margin-inline:auto;padding-inline:1.25rem}
.masthead{inline-size:min(100% - 2.5rem,51.5rem);padding-inline:0;padding-block:3rem 1.5rem;border-block-end:3px double var(--rule)}
main{padding-block-end:4rem}
h1,h2,h3,h4,h5{line-height:1.35;margin:0;text-wrap:balance;font-weight:650}
:is(h1,h2,h3,h4,h5):lang(ja),:is(h1,h2,h3,h4,h5) :lang(ja){word-break:auto-phrase}
:is(h1,h2,h3,h4,h5,p,li,th,td,dt) :lang(ja):not(.segment,.quote){line-height:inherit}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.3rem);letter-spacing:-.01em}
h2{font-size:1.3rem;margin-block:3rem 1rem;padding-block-end:.35rem;border-block-end:1px solid var(--rule)}
h4{font-size:.82rem;letter-spacing:.06em;color:var(--quiet);margin-block:1.75rem .6rem}
html:lang(en) h4,html:lang(en) .kicker{text-transform:uppercase}
h5{font-size:1.02rem}
p,ul,ol,dl,blockquote,table{margin-block:0 .75rem;margin-inline:0}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code{font:.86em/1.5 ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.quiet{color:var(--quiet)}
.nowrap{white-space:nowrap}
.kicker{font-size:.82rem;letter-spacing:.08em;color:var(--quiet);margin-block-end:.4rem}
.meta,.counts{color:var(--quiet);font-size:.92rem;margin-block:.6rem 0}
.counts{margin-block-start:.15rem}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;margin:0}
.facts{display:grid;gap:.3rem 1.5rem;font-size:.92rem;padding-block-end:.75rem;border-block-end:1px solid var(--rule)}
.facts:last-child{border:0;padding:0}
.facts div{display:grid;grid-template-columns:9rem 1fr;gap:1rem}
dt{color:var(--quiet);font-size:.86rem}
dd{margin:0}
table{border-collapse:collapse;inline-size:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{text-align:start;font-weight:650;padding-block:.75rem .4rem}
td>p{margin-block:0 .15rem}
th,td{overflow-wrap:break-word;text-align:start;vertical-align:baseline;padding:.4rem .9rem .4rem 0;border-block-end:1px solid var(--rule);font-weight:400}
thead th{color:var(--quiet);font-size:.82rem;vertical-align:bottom;word-break:keep-all;overflow-wrap:normal}
tbody th{font-weight:600}
tfoot th,tfoot td{border-block-end:0;border-block-start:2px solid var(--rule);font-weight:650}
.sources th .quiet{font-weight:400}
.claims-table th:nth-child(3),.claims-table th:nth-child(4){inline-size:22%}.pairs th:nth-child(2),.pairs th:nth-child(3),.judgements th:nth-child(2),.judgements th:nth-child(3){inline-size:37%}.pairs .other{font-size:.82em}
.scale tbody th{min-inline-size:7em}.scale td:nth-child(2){white-space:nowrap}
.count{text-align:end;padding-inline-end:1.2rem}
.zero{color:var(--quiet)}
.wide{overflow-x:auto;margin-block-end:1rem}
.wide table{min-inline-size:34rem;margin:0}
.sources{min-inline-size:46rem!important}
.sources th:first-child{min-inline-size:9rem}
.wide table.reviews,.wide table.note-kinds,.wide table.outcomes,.wide table.fidelities{max-inline-size:24rem;min-inline-size:0}
.other{color:var(--quiet);font-size:.88em;font-weight:400;letter-spacing:0;text-transform:none}
h1 .other,h2 .other,h3 .other{font-size:.72em;margin-inline-start:.3em}
thead .other,tbody th .other,td .other,dt .other{display:block}
td .stance .other,.stance .other{display:inline;color:inherit}
.masthead .logo{display:block;max-block-size:4.5rem;max-inline-size:16rem;margin-block-end:1.5rem}
.author{margin-block:.6rem 0}
.introduction{margin-block-start:1.5rem;font-size:1.06rem;max-inline-size:42rem}
.introduction p{white-space:pre-line}
.sign{font-weight:700;display:inline-block;min-inline-size:1em;text-align:center}
.sign.verified,.tally.verified,.mark.verified a{color:var(--verified)}.sign.disputed,.tally.disputed,.mark.disputed a{color:var(--disputed)}.sign.unresolved,.tally.unresolved,.mark.unresolved a{color:var(--unresolved)}.sign.out-of-scope,.tally.out-of-scope,.mark.out-of-scope a{color:var(--out-of-scope)}.sign.unrated,.tally.unrated,.mark.unrated a{color:var(--unrated)}
.contents ul{list-style:none;padding:0}
.contents ul>li>a{font-weight:600}
.contents a:not(:hover){text-decoration-color:transparent}
.contents ol{padding-inline-start:2.2rem;margin-block:.3rem .6rem}
.contents li{margin-block:.3rem}
.contents ol li{padding-inline-start:.25rem}
.contents li::marker{color:var(--quiet);font-variant-numeric:tabular-nums}
.contents .after{font-size:.88rem;color:var(--quiet)}
.tally{font-size:.86rem;font-weight:650;white-space:nowrap;margin-inline-end:.3rem}
.tally .quiet{font-weight:400}
.marks{list-style:none;padding:0;line-height:2.2;font-size:.92rem}
`;

const TEXT = `
.story{margin-block-start:3rem;padding-block-start:1.5rem;border-block-start:1px solid var(--rule)}
.stories h2+.story{border:0;padding:0;margin-block-start:1.5rem}
.story h3{font-size:1.25rem}
.story h3 .number{color:var(--quiet);font-weight:400;margin-inline-end:.35em;font-variant-numeric:tabular-nums}
.byline{color:var(--quiet);margin-block:.35rem .2rem}
.byline bdi{color:var(--ink)}
.review{font-size:.86rem;color:var(--quiet);margin-block:0 .6rem}
.story-note{border-inline-start:4px solid var(--rule);padding-inline-start:.9rem;margin-block:.8rem}.memo{margin:.2rem 0 0;font-size:.9rem}.examples{margin:.2rem 0 0;padding-inline-start:1.2rem}
.chips{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}
.chip{display:inline-block;font-size:.84rem;line-height:1.5;padding:.05rem .55rem;border:1px solid currentcolor;border-inline-start-width:5px;border-radius:3px}
.text{margin-block:1.25rem 1rem;font-size:1.05rem}
.segment{white-space:pre-wrap;line-height:2.15;margin-block-end:.5rem;unicode-bidi:isolate}
.segment:lang(en){line-height:2.05}
.segment.byline{color:var(--quiet);font-size:.9rem}
.segment.footer{color:var(--quiet)}
.segment.article{padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}
.gap{display:none}
.label{font-size:.8rem;color:var(--quiet);letter-spacing:.02em;margin-block:.9rem .15rem}
details{margin-block:.5rem}
summary{cursor:pointer}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2.25rem;margin-block:.5rem 1rem}
.pair .column+.column{border-inline-start:1px solid var(--rule);padding-inline-start:2.25rem;margin-inline-start:-1.1rem}
.links{font-size:.86rem}
.links a{margin-inline-end:.6rem}
mark{color:inherit;background:none;text-decoration:underline;text-decoration-thickness:2px;text-decoration-skip-ink:none;-webkit-box-decoration-break:clone;box-decoration-break:clone;print-color-adjust:exact;-webkit-print-color-adjust:exact}
mark.verified{background:var(--verified-wash);text-decoration-color:var(--verified);text-decoration-style:solid}
mark.disputed{background:var(--disputed-wash);text-decoration-color:var(--disputed);text-decoration-style:wavy;text-decoration-thickness:1.5px}
mark.unresolved{background:var(--unresolved-wash);text-decoration-color:var(--unresolved);text-decoration-style:dashed}
mark.out-of-scope{background:var(--out-of-scope-wash);text-decoration-color:var(--out-of-scope);text-decoration-style:dotted}
mark.unrated{background:var(--unrated-wash);text-decoration-color:var(--unrated);text-decoration-style:dotted;text-decoration-thickness:1px}
mark.note{background:var(--note-wash);text-decoration-color:var(--note);text-decoration-style:double;text-decoration-thickness:1px}
mark.tag{text-decoration-thickness:1px;text-decoration-color:var(--grey)}
.lane0{text-underline-offset:.2em}.lane1{text-underline-offset:.48em}.lane2{text-underline-offset:.74em}.lane3{text-underline-offset:.98em}.lane4{text-underline-offset:1.2em}.lane5{text-underline-offset:1.4em}
span.mark{-webkit-user-select:none;user-select:none;white-space:nowrap}
sup{display:inline-block;font-size:.68em;line-height:1;vertical-align:.45em;font-weight:700;padding-inline:.1em .2em;font-variant-numeric:tabular-nums;white-space:nowrap;unicode-bidi:isolate;direction:ltr;text-indent:0}
sup a{text-decoration:none}
span.mark.note,.mark.note a{color:var(--note)}
.blue{--tag:var(--blue)}.orange{--tag:var(--orange)}.green{--tag:var(--green)}.pink{--tag:var(--pink)}.sky{--tag:var(--sky)}.red{--tag:var(--red)}.yellow{--tag:var(--yellow)}.grey{--tag:var(--grey)}
mark.tag{text-decoration-color:var(--tag)}span.mark.tag,.mark.tag a,.chip{color:var(--tag)}
`;

const CARDS = `
.card{background:var(--raised);border-inline-start:4px solid var(--rule);padding:.9rem 1.1rem;margin-block-end:.9rem}
.card.verified{border-color:var(--verified)}.card.disputed{border-color:var(--disputed)}.card.unresolved{border-color:var(--unresolved)}.card.out-of-scope{border-color:var(--out-of-scope)}.card.note{border-color:var(--note)}
.card>h4,.card>h5{font-size:1.02rem;letter-spacing:0;color:inherit;margin:0;text-transform:none!important}
.card .number{font-size:.82rem;font-weight:400;margin-inline-end:.35em;white-space:nowrap}
.verdict{margin-block:.35rem .75rem}
.card.verified .verdict strong{color:var(--verified)}.card.disputed .verdict strong{color:var(--disputed)}.card.unresolved .verdict strong{color:var(--unresolved)}
.claim dl,.note dl{margin:0;font-size:.94rem}
.claim dl>div,.note dl>div{display:grid;grid-template-columns:7.5rem 1fr;gap:.5rem 1rem;margin-block-end:.5rem}
.claim dt,.note dt{padding-block-start:.12rem}
blockquote{padding-inline-start:.85rem;border-inline-start:2px solid var(--rule);white-space:pre-wrap;margin-block:.15rem .35rem}
.rich p,.rich ul,.rich ol,.rich blockquote{margin-block:0 .45rem}
.rich p,.rich li{white-space:pre-wrap}
.rich>:last-child{margin-block-end:0}
.rich ul,.rich ol,.evidence{padding-inline-start:1.3rem}
ol.evidence{margin:0;padding-inline-start:1.9em}
ol.evidence>li{margin-block-end:.55rem;padding-inline-start:.1em}
ol.evidence>li::marker{color:var(--quiet);font-size:.82em;font-variant-numeric:tabular-nums}
.back-link{text-decoration:none;font-size:.86em}
sup.footnote{vertical-align:.4em;padding:0 .12em}
.citation{font-variant-numeric:tabular-nums}
ol.references{padding-inline-start:2.4rem}
ol.references>li{margin-block-end:1rem;padding-inline-start:.3rem}
ol.references>li::marker{content:"[" counter(list-item) "] ";color:var(--quiet);font-variant-numeric:tabular-nums}
ol.references p{margin-block-end:.2rem}
ol.references dl{margin:0;font-size:.86rem}
ol.references dl>div{display:grid;grid-template-columns:8rem 1fr;gap:0 1rem}
ol.references dd{grid-column:2}
.around{color:var(--quiet)}
.stance{display:inline-block;font-size:.78rem;font-weight:650;padding:0 .4rem;border:1px solid currentcolor;border-radius:3px;margin-inline-end:.25rem}
.stance.supports{color:var(--verified)}.stance.refutes{color:var(--disputed)}.stance.context{color:var(--quiet)}
.history{margin:0;padding-inline-start:1.3rem;font-size:.88rem}.history li{margin-block-end:.2rem}.history .why{font-style:italic}
p.quiet{font-size:.86rem;margin-block:.1rem .3rem}
.place,.notice{font-size:.88rem;color:var(--unresolved);font-weight:550;margin-block:0 .35rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;margin-block:.35rem .5rem}
.sides .label{margin-block:.2rem}
.judgements blockquote,.pairs blockquote{margin:0;padding:0;border:0}
.judgements td:last-child p,.pairs td:last-child p{margin-block:0 .15rem}
.fidelity{white-space:nowrap}.fidelity.faithful{color:var(--blue)}.fidelity.partial,.fidelity.missing{color:var(--yellow)}.fidelity.wrong{color:var(--pink)}.fidelity.added{color:var(--sky)}
.suggestion{white-space:pre-wrap;margin-block:.2rem 0}.note .suggestion{font-weight:550}
.plain{list-style:none;padding:0}
.tags .plain li{margin-block-end:.4rem}
.tags blockquote{margin-block:.2rem}
.back{font-size:.84rem;margin-block:1rem 0}
.page.claim{margin-block:3.5rem;padding-block-start:2rem;border-block-start:1px solid var(--rule)}
.page .kicker{margin:0 0 .3rem}
.page h3{font-size:clamp(1.35rem,1.1rem + 1.2vw,1.75rem)}
.page .verdict{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15em .5em;margin-block:1.1rem 1.6rem;padding:.75rem 1.1rem;border:2px solid var(--verdict);border-inline-start-width:10px;background:var(--wash);font-size:1.5rem;line-height:1.4;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page .verdict strong,.page .verdict .sign{color:var(--verdict)}
.page .verdict .quiet{font-size:.65em}
.page .footnotes{font-size:.72em}
.page dl{font-size:1rem}
.claim.verified{--verdict:var(--verified);--wash:var(--verified-wash)}.claim.disputed{--verdict:var(--disputed);--wash:var(--disputed-wash)}.claim.unresolved{--verdict:var(--unresolved);--wash:var(--unresolved-wash)}.claim.out-of-scope{--verdict:var(--out-of-scope);--wash:var(--out-of-scope-wash)}.claim.unrated{--verdict:var(--unrated);--wash:var(--unrated-wash)}
.card:target,li:target,tr:target,sup:target,.mark:target{outline:2px solid var(--link);outline-offset:3px}
@media (max-width:46rem){
.pair,.sides,.claim dl>div,.note dl>div,ol.references dl>div{grid-template-columns:1fr}
.pair .column+.column{border-inline-start:0;padding-inline-start:0;margin-inline-start:0;border-block-start:1px solid var(--rule)}
.claim dl>div,.note dl>div{gap:.15rem}
ol.references dd{grid-column:1}
.facts div{grid-template-columns:1fr;gap:0}
.masthead{padding-block-start:1.75rem}
.card{padding:.8rem .85rem}}
`;

const CHARTS = `
.figure{margin:1.5rem 0 2rem}
figcaption{font-weight:650;margin-block-end:.6rem}
.drawing{overflow-x:auto}
.chart{display:block;inline-size:100%;min-inline-size:30rem;max-inline-size:46rem;block-size:auto;overflow:visible}
.chart text{fill:var(--ink);font-size:13px}
.chart .other{fill:var(--quiet);font-size:11px}
.chart .number{font-weight:650;font-variant-numeric:tabular-nums}
.chart .axis{stroke:var(--rule);stroke-width:1;fill:none}
.chart .gap-line{stroke:var(--paper);stroke-width:1.6;fill:none}
.chart .gap-dot{fill:var(--paper)}
.bar.verified{fill:var(--verified)}.bar.disputed{fill:var(--disputed)}.bar.unresolved{fill:var(--unresolved)}.bar.out-of-scope{fill:var(--out-of-scope)}
.bar.faithful{fill:var(--blue)}.bar.partial{fill:var(--yellow)}.bar.wrong{fill:var(--pink)}.bar.added{fill:var(--sky)}
.bar.hollow{fill:var(--paper);stroke:var(--unrated);stroke-width:1.5}
.bar.missing{stroke:var(--yellow)}
.numbers{margin-block-start:.6rem}.numbers>summary{font-size:.86rem;color:var(--quiet)}
@media (forced-colors:active){.chart{--paper:Canvas;--ink:CanvasText;--quiet:CanvasText;--rule:CanvasText;forced-color-adjust:none}.bar{stroke:CanvasText;stroke-width:1}}
`;

const PRINT = `
@page{size:A4;margin:22mm 18mm 20mm;
@top-left{content:RUNNING_TITLE;font:8pt system-ui,"Hiragino Sans","Yu Gothic","Noto Sans CJK JP",sans-serif;color:#57606a}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#57606a}}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#f6f7f8;--ink:#000;--quiet:#4b5563;--rule:#c4c9cf;--link:#0b4f9e;
${INK_COLOURS}}
html{font-size:9.5pt}
.masthead,main{max-inline-size:none;inline-size:auto;padding-inline:0}
.masthead{padding-block-start:0}
h1,h2,h3,h4,h5,caption,.verdict,.byline,.review,.label{break-after:avoid}
h1,h2,h3,h4,h5,.card,.verdict,.wide:has(.scale,.codebook,.reviews,.note-kinds,.sources){break-inside:avoid}
h2{margin-block-start:1.75rem}
.story{break-inside:auto}
.verdict,tr,.facts,ol.evidence>li,.sides,.card.note{break-inside:avoid}
p,li,blockquote,.segment{orphans:3;widows:3}
thead{display:table-header-group}
tfoot{display:table-row-group}
.wide{overflow:visible}.wide table,.sources{min-inline-size:0!important}
.sources{font-size:8pt}
.claim-pages{font-size:10.5pt}
.page.claim{margin:0;padding:0;border:0}
.page dl>div{margin-block-end:4mm}
.card{border:1px solid var(--rule);border-inline-start-width:4px;padding:.6rem .8rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.chart{max-inline-size:14cm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.numbers,.back-link{display:none}
.figure,ol.references>li{break-inside:avoid}
.page-break{break-after:page}
.text{font-size:1em}
.back{display:none}
a{color:inherit}
a.out,.evidence a,ol.references a,.contents a{text-decoration:none}
a.out:not(ol a)::after{content:" <" attr(href) ">";font-size:.84em;color:var(--quiet);font-weight:400}
summary{list-style:none}
details:not(.numbers)::details-content{content-visibility:visible;display:block;block-size:auto}
}
`;

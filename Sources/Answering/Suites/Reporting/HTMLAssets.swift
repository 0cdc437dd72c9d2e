/// Style and script of the HTML page, without anything that a run could put into them.
enum HTMLAssets {
  /// Light and dark, after the reader's setting; contrast of all text at least 4.5 to 1.
  static let style = """
    :root{color-scheme:light dark;--back:#fff;--text:#1b1b1f;--faint:#5a5a66;--good:#14662f;--bad:#a8151c;--line:#d0d0d8}
    @media(prefers-color-scheme:dark){:root{--back:#16161a;--text:#ececf0;--faint:#a6a6b4;--good:#6fd08c;--bad:#ff8f8f;\
    --line:#3a3a44}}
    body{background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif;margin:0}
    main{max-width:72rem;margin:0 auto;padding:1rem}
    h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
    .good{color:var(--good)}.bad{color:var(--bad)}.faint{color:var(--faint)}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;width:100%}
    th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}
    form{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin-bottom:1rem}
    input,select{font:inherit;padding:.25rem .5rem;min-height:1.75rem}
    details{border-bottom:1px solid var(--line);padding:.25rem 0}
    summary{cursor:pointer;overflow-wrap:anywhere}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0 .5rem 1rem;font:.875rem/1.5 ui-monospace,monospace}
    [hidden]{display:none}
    """

  /// Hides the cases that do not have the words and the verdict chosen.
  static let script = """
    const words=document.getElementById("words"),verdict=document.getElementById("verdict"),\
    count=document.getElementById("count"),cases=[...document.querySelectorAll("details")],\
    texts=cases.map(c=>c.textContent.toLowerCase());
    function apply(){const wanted=words.value.toLowerCase();let shown=0;cases.forEach((c,i)=>{\
    const fits=texts[i].includes(wanted)&&(!verdict.value||c.dataset.verdict===verdict.value);\
    c.hidden=!fits;if(fits)shown++});count.value=shown+" of "+cases.length+" cases"}
    words.addEventListener("input",apply);verdict.addEventListener("change",apply);
    document.getElementById("filter").addEventListener("submit",e=>e.preventDefault());apply();
    """
}

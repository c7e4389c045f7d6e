using System.Security.Cryptography;
using System.Text;

namespace Pannier.Mail.Html;

/// <summary>
/// The whole document a message is shown as, in an opaque origin of its own. Its answer carries the policy: nothing loads but
/// pictures of the view host, and no script runs but <see cref="Script"/>, by <see cref="ScriptHash"/>.
/// </summary>
public static class ViewDocument
{
    /// <summary>
    /// Tells the page two things by <c>postMessage</c>: <c>{pannier:'height', value}</c>, the document's height in CSS pixels, now and when it
    /// changes; and <c>{pannier:'key', key, shift}</c>, keys pressed that this document has no use for. Never any text of the message.
    /// </summary>
    /// <remarks>The origin is opaque, so the page knows the sender by <c>event.source</c> and must check it.</remarks>
    public const string Script =
        """
        (()=>{
        const root=document.documentElement;
        const say=message=>parent.postMessage(message,'*');
        new ResizeObserver(()=>say({pannier:'height',value:Math.ceil(root.getBoundingClientRect().height)})).observe(root);
        addEventListener('keydown',event=>{
        if(event.defaultPrevented||event.isComposing||event.ctrlKey||event.metaKey||event.altKey)return;
        if(event.key==='Tab'||(event.key==='Enter'&&document.activeElement!==document.body))return;
        say({pannier:'key',key:event.key,shift:event.shiftKey});
        });
        })();
        """;

    private const string Sheet =
        """
        html{background:Canvas;color:CanvasText;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
        body{position:relative;margin:0;padding:12px 12px 32px;overflow-x:auto;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        body>:first-child{margin-top:0}
        body>:last-child{margin-bottom:0}
        img{max-width:100%;border-style:none}
        img:not([height]){height:auto}
        table{max-width:100%;border-spacing:0;font:inherit;color:inherit}
        td,th{overflow-wrap:break-word}
        a{color:LinkText}
        a[data-to]:is(:hover,:focus-visible,:active)::after{all:initial;display:block;position:absolute;left:12px;z-index:1;box-sizing:border-box;max-width:calc(100% - 24px);margin-top:2px;padding:1px 8px;border-radius:4px;background:CanvasText;color:Canvas;font:13px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere;pointer-events:none;content:attr(data-to)}
        @media print{a[data-to]::after{content:" (" attr(data-to) ")";font-size:80%}}
        pre,code,kbd,samp,tt{font-family:ui-monospace,Menlo,Consolas,"Liberation Mono",monospace}
        pre{white-space:pre-wrap}
        hr{border:0;border-top:1px solid GrayText}
        blockquote{margin:0 0 0 4px;padding:0 0 0 12px;border-left:2px solid GrayText}
        summary{display:inline-block;margin:8px 0;padding:2px 12px;border:1px solid GrayText;border-radius:99px;background:Canvas;color:CanvasText;font:13px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;cursor:pointer}
        summary::marker{content:none}
        h1,h2,h3,h4,h5,h6{line-height:1.25;overflow-wrap:break-word}
        """;

    // The body stands exactly as in the frame that the round trip reads: nothing between its start tag and the markup.
    private const string Opening = "<!doctype html><html><head><meta charset=\"utf-8\">";
    private const string Body = "</head><body>";
    private const string Closing = "</body></html>";

    /// <summary>The script's source expression for <c>script-src</c>, with its quotes: <c>'sha256-…'</c>.</summary>
    public static string ScriptHash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

    /// <summary>The document, which fills its frame and scrolls itself.</summary>
    public static string Render(SanitizedHtml html, ViewTheme theme) => Write(html, theme, ViewZoom.None, "");

    /// <summary>The document with <see cref="Script"/>, whose frame grows to its height.</summary>
    public static string RenderWithScript(SanitizedHtml html, ViewTheme theme) => RenderWithScript(html, theme, ViewZoom.None);

    /// <inheritdoc cref="RenderWithScript(SanitizedHtml, ViewTheme)"/>
    public static string RenderWithScript(SanitizedHtml html, ViewTheme theme, ViewZoom zoom) => Write(html, theme, zoom, $"<script>{Script}</script>");

    /// <summary>What the round trip reads: the same frame without what is ours in its head.</summary>
    internal static string Frame(SanitizedHtml html) => string.Concat([Opening, SheetOf(html, ViewTheme.Auto), Body, html.ToString(), Closing]);

    private static string Write(SanitizedHtml html, ViewTheme theme, ViewZoom zoom, string script) => string.Concat(
    [
        Opening,
        "<meta name=\"referrer\" content=\"no-referrer\">",
        "<meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">",
        "<meta name=\"viewport\" content=\"width=device-width\">",
        $"<meta name=\"color-scheme\" content=\"{Scheme(html.Palette, theme)}\">",
        "<base target=\"_blank\">",
        $"<style>{Sheet}{zoom.Rule}</style>",
        SheetOf(html, theme),
        script,
        Body,
        html.ToString(),
        Closing,
    ]);

    // After ours, and weightier: what an author says of the message counts.
    private static string SheetOf(SanitizedHtml html, ViewTheme theme) => html.SheetFor(theme) is { Length: > 0 } sheet ? $"<style>{sheet}</style>" : "";

    // Authors' colours were chosen against white paper and keep it, in the dark too; system colours follow the scheme.
    private static string Scheme(Palette palette, ViewTheme theme) => (palette, theme) switch
    {
        (Palette.Authors, _) or (_, ViewTheme.Light) => "only light",
        (_, ViewTheme.Dark) => "dark",
        _ => "light dark",
    };
}

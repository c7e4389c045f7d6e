using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Pannier.Core.Http.Reports;
using Pannier.Core.Humans;
using Pannier.Mail.Html;

namespace Pannier.Core.Http;

/// <summary>The fixed headers of each class of answer, set before anything else runs, so that errors carry them too.</summary>
internal sealed class AnswerHeaders(IOptions<SiteOptions> site, IOptions<ReadingOptions> reading, IOptions<HumanCheckOptions> human)
{
    private const string Permissions =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), "
        + "identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
        + "publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    private const string Own = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private const string Report = $"; report-uri {TakeReports.Path}; report-to {TakeReports.Endpoint}"; // not of messages' frames: they ask nobody for anything
    private readonly string _origins = string.Join(' ', site.Value.PublicOrigins);
    private readonly string _viewOrigin = reading.Value.RenderUrl ?? site.Value.PublicOrigins[0];

    public void Set(HttpContext http, AnswerClass answer)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XXSSProtection = "0"; // the old filter was itself a hole; CSP does its work
        headers["X-DNS-Prefetch-Control"] = "off";
        headers["X-Permitted-Cross-Domain-Policies"] = "none";
        headers["Permissions-Policy"] = Permissions;
        headers["Origin-Agent-Cluster"] = "?1";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Referrer-Policy"] = answer switch { AnswerClass.Page => "same-origin", AnswerClass.Guest => "strict-origin", _ => "no-referrer" };
        headers["Cross-Origin-Resource-Policy"] = answer == AnswerClass.View ? "cross-origin" : "same-origin";
        headers.CacheControl = answer == AnswerClass.Static ? "public, max-age=31536000, immutable" : "no-store";
        headers.ContentSecurityPolicy = Policy(answer);
        if (answer == AnswerClass.View)
        {
            if (reading.Value.RenderUrl is null) headers.XFrameOptions = "SAMEORIGIN";
        }
        else
        {
            headers.XFrameOptions = "DENY";
        }

        if (answer is AnswerClass.Page or AnswerClass.Guest)
        {
            headers.Vary = "Pannier-Swap, Cookie";
            headers["Reporting-Endpoints"] = $"{TakeReports.Endpoint}=\"{TakeReports.Path}\"";
        }

        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000";
    }

    private string Policy(AnswerClass answer) => answer switch
    {
        AnswerClass.Guest when HumanVendor.Of(human.Value.Kind) is { } vendor =>
            $"{Own}; script-src 'self' {vendor.Scripts}; style-src 'self'{(vendor.Styles is { } styles ? " " + styles : "")}; img-src 'self'; font-src 'self'; connect-src 'self' {vendor.Frames}; "
            + $"frame-src {vendor.Frames}; {(vendor.KeepsTypes ? "require-trusted-types-for 'script'; " : "")}trusted-types * 'allow-duplicates'{Report}",
        AnswerClass.Page or AnswerClass.Guest or AnswerClass.Machine =>
            $"{Own}; script-src 'self'; style-src 'self'; img-src 'self'; "
            + $"font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src {_viewOrigin}; require-trusted-types-for 'script'; trusted-types pannier{(answer == AnswerClass.Machine ? "" : Report)}",
        AnswerClass.View =>
            $"sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; "
            + $"img-src {_viewOrigin}; script-src {(reading.Value.FrameScript ? ViewDocument.ScriptHash : "'none'")}; frame-ancestors {_origins}",
        _ => "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    };
}

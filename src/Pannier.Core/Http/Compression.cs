using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace Pannier.Core.Http;

/// <summary>Sends pages, fragments and problems compressed (RFC 9110 §8.4.1), without letting their length tell what is in them (BREACH).</summary>
/// <remarks>
/// Anti-forgery tokens are masked anew in each answer. What another site leads to is sent as it is, so that nobody can put a
/// guess into an address and measure; and a header of random length blurs what a sender's message in a list could measure.
/// Bytes (attachments, sources) are not compressed: they hold no secret of ours, and most are packed already.
/// </remarks>
internal static class Compression
{
    private const int MostPadding = 96;

    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "application/problem+json"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    public static void Use(IApplicationBuilder app) =>
        app.UseWhen(
            http => http.Request.Headers["Sec-Fetch-Site"] is not [("cross-site" or "same-site")],
            ours =>
            {
                ours.UseResponseCompression();
                ours.Use(PadAsync);
            });

    private static Task PadAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.AcceptEncoding.Count > 0) http.Response.Headers["Pannier-Pad"] = RandomNumberGenerator.GetHexString(RandomNumberGenerator.GetInt32(1, MostPadding + 1));
        return next(http);
    }
}

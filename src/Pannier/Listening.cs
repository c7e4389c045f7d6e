using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pannier.Core.Http;
using ListenOptions = Pannier.Configuration.ListenOptions;

namespace Pannier;

/// <summary>How the server listens, and how much of itself it gives to one visitor.</summary>
internal static class Listening
{
    [SuppressMessage("Security", "CA5398:Avoid hardcoded SslProtocols values", Justification = "A floor is wanted: the system's default may allow less.")]
    public static void Configure(KestrelServerOptions kestrel, ListenOptions listen, SiteOptions site)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = site.LargestRequestMiB * 1024L * 1024;
        kestrel.Limits.MaxConcurrentConnections = listen.MostConnections;
        kestrel.Limits.RequestHeadersTimeout = listen.HeaderTime;
        kestrel.Limits.KeepAliveTimeout = listen.KeepAlive;
        kestrel.Limits.MaxRequestHeaderCount = 100;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Listen(IPAddress.Parse(listen.Address), listen.Port, at =>
        {
            if (listen.CertificateFile is not { } certificate) return;
            at.UseHttps(https =>
            {
                https.ServerCertificate = X509Certificate2.CreateFromPemFile(certificate, listen.KeyFile);
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            });
        });
    }
}

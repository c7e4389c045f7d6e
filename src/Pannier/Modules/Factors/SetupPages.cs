using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;

namespace Pannier.Modules.Factors;

/// <summary>Shows a new secret as a QR code, and as text for whoever cannot scan one.</summary>
internal sealed class SetupPages(IOptions<SiteOptions> site, Visit visit)
{
    /// <param name="wrong">Why it is shown again; null at first.</param>
    public FactorPage.Setup Of(byte[] secret, Said? wrong) =>
        new(QrCode.Of(TotpCode.Uri(secret, site.Value.Name, visit.Name)), [.. TotpCode.Base32(secret).Chunk(4).Select(group => new string(group))], wrong);
}

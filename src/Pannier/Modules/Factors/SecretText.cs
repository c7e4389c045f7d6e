using Pannier.Core.Factors;

namespace Pannier.Modules.Factors;

/// <summary>A new secret for an authenticator app: as a QR code, and for whoever cannot scan one as text.</summary>
/// <param name="Groups">Of four letters.</param>
public sealed record SecretText(QrCode Code, IReadOnlyList<string> Groups)
{
    /// <param name="secret">20 bytes.</param>
    /// <param name="site">As the app shows it.</param>
    /// <param name="name">Whose it is.</param>
    public static SecretText Of(byte[] secret, string site, string name) =>
        new(QrCode.Of(TotpCode.Uri(secret, site, name)), [.. TotpCode.Base32(secret).Chunk(4).Select(group => new string(group))]);
}

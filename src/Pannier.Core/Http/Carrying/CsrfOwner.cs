using System.Buffers.Text;
using System.Text;
using Pannier.Core.Crypto;
using Pannier.Core.Users;

namespace Pannier.Core.Http.Carrying;

/// <summary>Says on a page whose it was, sealed by the site, so that a form sent after its session's end is offered again to nobody else.</summary>
/// <remarks>It follows the anti-forgery token after a dot, and proves nothing: it opens no door.</remarks>
internal static class CsrfOwner
{
    private const string Purpose = "csrf owner";
    private static readonly AssociatedData Bound = new("", "csrf-owner", "", 1);

    public static string Seal(SiteKey site, Vault vault, UserId owner) =>
        Base64Url.EncodeToString(site.SealForItself(vault, Purpose, Bound, Encoding.ASCII.GetBytes(owner.Value)));

    /// <summary>Null for a token without one, or with one of another site.</summary>
    public static UserId? Of(SiteKey site, Vault vault, string token) =>
        token.Length <= 500 && token.Split('.') is [_, var text] && Base64Url.IsValid(text) && site.OpenOwn(vault, Purpose, Bound, Base64Url.DecodeFromChars(text)) is { } owner
            ? UserId.Read(Encoding.ASCII.GetString(owner))
            : null;
}

using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages;

/// <summary>
/// Our page between a misleading link and where it leads. Its address is signed: nobody else can have our page speak of an address of theirs.
/// </summary>
internal sealed class Detours(PublicUrls site, SignedTexts signed)
{
    private const string Purpose = "leave";

    /// <summary>The way there by our page; the address itself where that would be too long to be asked for.</summary>
    public WebUrl To(WebUrl address) =>
        WebUrl.Read($"{site.Origin}/leave?to={Uri.EscapeDataString(address.Value)}&by={signed.Sign(Purpose, address.Value)}") is { Value.Length: <= 4_000 } url ? url : address;

    /// <summary>Null when the address was not signed here.</summary>
    public WebUrl? Read(string address, string signature) => signed.HasSigned(Purpose, address, signature) ? WebUrl.Read(address) : null;
}

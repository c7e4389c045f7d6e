using Pannier.Mail.Html;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages;

/// <summary>Counts where the links of a message lead: for screens that are touched, where nothing can be pointed at before it opens, and for paper.</summary>
internal static class LinkHosts
{
    private const int Most = 40;

    public static IReadOnlyList<LinkHost> Of(IEnumerable<ShownBlock> blocks) =>
        [.. blocks.SelectMany(block => block.Links).OfType<WebUrl>().GroupBy(link => link.Host, StringComparer.Ordinal).Take(Most).Select(links => new LinkHost(UntrustedText.Show(TrueHost.Of(links.First())), links.Count()))];
}

using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Cards;
using Pannier.Mail.Parts;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages.Cards;

/// <summary>Collects the cards of a message: of its formatted bodies, and of vCards among its files, of which the first few are read.</summary>
internal static class ShowCards
{
    private const int MostFiles = 3;

    public static async Task<IReadOnlyList<ShownCard>> OfAsync(IEnumerable<ShownBlock> blocks, BodyPlan plan, IPartSource parts, CancellationToken cancellation)
    {
        var cards = blocks.SelectMany(block => block.Cards).ToList();
        foreach (var part in plan.Attachments.Where(part => part.MediaType is "text/vcard" or "text/x-vcard" or "text/directory" && part.Size <= VCards.MostCharacters).Take(MostFiles))
        {
            using var octets = new MemoryStream();
            if (await parts.CopyAsync(part, octets, VCards.MostCharacters, cancellation) == CopyExtent.Whole)
                cards.AddRange(VCards.Read(DecodedText.Of(octets.GetBuffer().AsSpan(0, (int)octets.Length), part.Charset ?? "utf-8").Text));
        }

        return [.. cards.Distinct().Take(Card.Most).Select(Shown)];
    }

    private static ShownCard Shown(Card card) => new(
        Said.Of("cards.kind." + Choice.Name(card.Kind)),
        UntrustedText.Show(card.Title),
        [.. card.Facts.Select(fact => new ShownFact(Said.Of("cards.field." + Choice.Name(fact.Field)), UntrustedText.Show(fact.Text)))]);
}

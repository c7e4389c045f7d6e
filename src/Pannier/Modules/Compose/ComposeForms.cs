using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Text;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Makes the form of a draft, whether it was saved or only begun.</summary>
internal sealed class ComposeForms(Senders senders, Correspondents correspondents, TimeProvider clock)
{
    private const int MostKnown = 100; // some 5 KB of a page

    /// <summary>The form of a message nothing was saved of yet.</summary>
    public async Task<ComposePage> BegunAsync(Start start, CancellationToken cancellation) =>
        await MakeAsync(DraftId.New(), start.Draft, start.Elsewhere, cancellation) with
        {
            Keep = [.. start.Files.Select(file => file.Id)],
            Files = [.. start.Files.Select(file => new FileLine(file.Id, file.Name, file.Size > 0 ? Sizes.Show(file.Size) : null))],
            SavedAt = null,
            Notes = start.Notes,
        };

    public Task<ComposePage> KeptAsync(DraftId id, KeptDraft draft, CancellationToken cancellation) => MakeAsync(id, draft, "", cancellation);

    public static IReadOnlyList<FileLine> Lines(KeptDraft draft) => [.. draft.Files.Select(file => new FileLine(file.Id, file.Name, Sizes.Show(file.Size)))];

    private async Task<ComposePage> MakeAsync(DraftId id, KeptDraft draft, string elsewhere, CancellationToken cancellation)
    {
        var identities = await senders.AllAsync(cancellation);
        var chosen = identities.FirstOrDefault(one => one.Id == draft.From) ?? (identities.Count > 0 ? identities[0] : null);
        return new ComposePage(
            id,
            draft.Edition,
            draft.Kind,
            draft.Original,
            [],
            [.. identities.Select(one => new FromChoice(one.Id, Shown(one), Signature.Block(one.Signature), one == chosen))],
            Why(draft, chosen, elsewhere),
            draft.To,
            draft.Cc,
            draft.Bcc,
            draft.Subject,
            draft.Text,
            Lines(draft),
            draft.ChangedAt,
            [.. Correspondents.Most(await correspondents.AllAsync(cancellation), MostKnown, clock.GetUtcNow()).Select(AddressText.Of)],
            [],
            [],
            200);
    }

    private static Said? Why(KeptDraft draft, Identity? chosen, string elsewhere)
    {
        if (draft.Reason is not { } reason || chosen is null) return null;
        var why = Said.Of("compose.why." + Core.Http.Choice.Name(reason), "address", UntrustedText.Show(chosen.Address));
        return elsewhere.Length == 0 ? why : Said.Of("compose.why.elsewhere", "why", why).With("address", UntrustedText.Show(elsewhere));
    }

    private static string Shown(Identity identity) => identity.Name.Length == 0 ? identity.Address : $"{identity.Name} <{identity.Address}>";
}

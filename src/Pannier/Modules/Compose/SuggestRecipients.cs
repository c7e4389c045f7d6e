using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail;

namespace Pannier.Modules.Compose;

/// <summary>Completes an address from past correspondents.</summary>
internal sealed class SuggestRecipients(Correspondents correspondents, TimeProvider clock) : IHandler<RecipientsInput, Suggestions>
{
    private const int Most = 8;

    public async Task<Outcome<Suggestions>> HandleAsync(RecipientsInput input, CancellationToken cancellation)
    {
        var found = Correspondents.Find(await correspondents.AllAsync(cancellation), input.Typed?.Value ?? "", Most, clock.GetUtcNow());
        return new Suggestions([.. found.Select(one => new Suggestion(one.Name, one.Address, AddressText.Of(new EmailAddress(one.Name, one.Address))))]);
    }
}

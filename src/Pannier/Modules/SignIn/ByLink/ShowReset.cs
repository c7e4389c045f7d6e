using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.ByLink;

/// <summary>Shows the form of a reset link that is still good.</summary>
internal sealed class ShowReset(Links links) : IHandler<LinkInput, ResetPage>
{
    public async Task<Outcome<ResetPage>> HandleAsync(LinkInput input, CancellationToken cancellation) =>
        await links.FindAsync(input.Token.Value, cancellation) is { Person: { } person }
            ? new ResetPage.Form(LocalUrl.Of("/reset/" + input.Token.Value), person.Name.Shown, null)
            : Refusal.NotFound("link.used");
}

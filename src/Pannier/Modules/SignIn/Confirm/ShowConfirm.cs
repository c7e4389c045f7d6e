using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>Asks for the password again; whoever gave it within the last minutes goes on.</summary>
internal sealed class ShowConfirm(ConfirmForms forms, Visit visit) : IHandler<AskInput, ConfirmPage>
{
    public async Task<Outcome<ConfirmPage>> HandleAsync(AskInput input, CancellationToken cancellation) =>
        visit.Level == SignInLevel.Recent ? new ConfirmPage.Done(input.Next ?? LocalUrl.Home, null) : await forms.NewAsync(input.Next, null, cancellation);
}

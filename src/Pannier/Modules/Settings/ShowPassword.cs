using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Settings;

/// <summary>Shows the forms.</summary>
internal sealed class ShowPassword(PasswordForms forms) : IHandler<Nothing, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(Nothing input, CancellationToken cancellation) => await forms.NewAsync(cancellation);
}

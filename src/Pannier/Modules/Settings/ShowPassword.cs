using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;

namespace Pannier.Modules.Settings;

/// <summary>Shows the forms.</summary>
internal sealed class ShowPassword(Visit visit) : IHandler<Nothing, PasswordPage>
{
    public Task<Outcome<PasswordPage>> HandleAsync(Nothing input, CancellationToken cancellation) => Task.FromResult<Outcome<PasswordPage>>(new PasswordPage.Form(visit.Name) { IsOutside = visit.Required.Person.User.HasPasswordElsewhere, IsPassphrase = visit.Required.Person.User.HasPassphrase });
}

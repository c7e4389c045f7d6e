using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <param name="Wishes">For this browser; they travel with the question.</param>
internal sealed record ProviderInput(LocalUrl? Next, Wishes Wishes) : IInput<ProviderInput>
{
    public static ProviderInput Read(Fields fields) => new(fields.Maybe("next", LocalUrl.Read), WishTicks.Read(fields));
}

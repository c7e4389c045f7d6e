using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <param name="Carried">What was sent when one had been signed out.</param>
/// <param name="Wishes">For this browser.</param>
internal sealed record NamedInput(LocalUrl? Next, Parcel? Carried, Wishes Wishes) : IInput<NamedInput>
{
    public static NamedInput Read(Fields fields) => new(fields.Maybe("next", LocalUrl.Read), fields.Maybe("carried", Parcel.Read), WishTicks.Read(fields));
}

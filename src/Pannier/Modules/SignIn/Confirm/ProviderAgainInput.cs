using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Confirm;

/// <param name="Carried">What was sent when one had been signed out.</param>
internal sealed record ProviderAgainInput(LocalUrl? Next, Parcel? Carried) : IInput<ProviderAgainInput>
{
    public static ProviderAgainInput Read(Fields fields) => new(fields.Maybe("next", LocalUrl.Read), fields.Maybe("carried", Parcel.Read));
}

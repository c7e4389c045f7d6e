using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <param name="Carried">What was sent when one had been signed out.</param>
internal sealed record ProxyInput(LocalUrl? Next, Parcel? Carried) : IInput<ProxyInput>
{
    public static ProxyInput Read(Fields fields) => new(fields.Maybe("next", LocalUrl.Read), fields.Maybe("carried", Parcel.Read));
}

using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Confirm;

/// <param name="Carried">What was sent and asks for it.</param>
/// <param name="Yes">In place of a password, where there is none to give.</param>
internal sealed record ConfirmInput(Secret? Current, LocalUrl? Next, Parcel? Carried, Tick Yes) : IInput<ConfirmInput>
{
    public static ConfirmInput Read(Fields fields) => new(fields.Maybe("current", Secret.Read), fields.Maybe("next", LocalUrl.Read), fields.Maybe("carried", Parcel.Read), fields.Ticked("yes"));
}

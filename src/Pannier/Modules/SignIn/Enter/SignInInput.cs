using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Sessions;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Enter;

/// <param name="Carried">What was sent when one had been signed out.</param>
/// <param name="AsksOnly">Whether the form is asked for, and nothing tried yet.</param>
/// <param name="Wishes">For this browser.</param>
internal sealed record SignInInput(Line? Name, Secret? Password, LocalUrl? Next, Parcel? Carried, Tick AsksOnly, Wishes Wishes) : IInput<SignInInput>
{
    public static SignInInput Read(Fields fields) => new(fields.Maybe("name", Line.Read), fields.Maybe("password", Secret.Read), fields.Maybe("next", LocalUrl.Read), fields.Maybe("carried", Parcel.Read), fields.Ticked("ask"), WishTicks.Read(fields));
}

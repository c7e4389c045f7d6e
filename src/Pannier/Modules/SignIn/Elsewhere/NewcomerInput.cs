using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <param name="Ticket">Came with the page.</param>
/// <param name="Wishes">For this browser.</param>
internal sealed record NewcomerInput(Line? Ticket, Secret? Password, Secret? Again, Wishes Wishes) : IInput<NewcomerInput>
{
    public static NewcomerInput Read(Fields fields) => new(fields.Maybe("ticket", Line.Read), fields.Maybe("password", Secret.Read), fields.Maybe("again", Secret.Read), WishTicks.Read(fields));
}

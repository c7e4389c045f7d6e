using Pannier.Core.Http;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>A picture that is wanted, and the view box it goes into.</summary>
internal sealed record PictureOrder(WebUrl Address, ViewTicket Ticket);

using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Shows a message with its pictures: this once, or from now on for its sender, where it is proven whose it is.</summary>
internal sealed class LoadPictures(OpenMessage open, IMyMail mail, AllowedSenders senders, ProvenSender proven) : IHandler<PicturesInput, MessagePage>
{
    public async Task<Outcome<MessagePage>> HandleAsync(PicturesInput input, CancellationToken cancellation)
    {
        if (input.For is PictureAsk.Sender)
        {
            if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
            if (message.Mailbox.Role == MailboxRole.Junk || await proven.OfAsync(message, cancellation) is not { } sender) return Refusal.Invalid("pictures.not-proven");

            await senders.AllowAsync(sender, cancellation);
        }

        return await open.HandleAsync(new MessageInput(input.Key, input.List, BodyForm.Html) { Pictures = input.For, Part = input.Part }, cancellation);
    }
}

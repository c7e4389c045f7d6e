using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Compose;

/// <summary>Puts reply and forward, or going on with a draft, beside an opened message.</summary>
internal sealed class OfferAnswers : IHandler<MessageTools, MessageOffer>
{
    public Task<Outcome<MessageOffer>> HandleAsync(MessageTools input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<MessageOffer>>(new MessageOffer(input.Message.Key, input.Message.Mailbox.Role == MailboxRole.Drafts));
}

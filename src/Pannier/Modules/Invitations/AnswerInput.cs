using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Calendar;

namespace Pannier.Modules.Invitations;

/// <summary>Which invitation, and what the person says to it.</summary>
internal sealed record AnswerInput(MessageKey Key, Participation Answer) : IInput<AnswerInput>
{
    public static AnswerInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), fields.One("answer", Choice.Read<Participation>));
}

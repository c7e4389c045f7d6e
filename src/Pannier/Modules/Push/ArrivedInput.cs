using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Mirror.News;

namespace Pannier.Modules.Push;

/// <summary>Messages an event said have arrived.</summary>
internal sealed record ArrivedInput(IReadOnlyList<MessageKey> Messages) : IInput<ArrivedInput>
{
    public static ArrivedInput Read(Fields fields) => new(fields.Many("message", MessageKey.Read, MirrorNews.MostArrived));
}

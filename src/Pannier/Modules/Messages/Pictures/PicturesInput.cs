using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Which message's pictures, and for how long.</summary>
internal sealed record PicturesInput(MessageKey Key, ListSpec? List, PictureAsk For) : IInput<PicturesInput>
{
    public static PicturesInput Read(Fields fields)
    {
        var (key, scope) = (fields.One("key", MessageKey.Read), fields.Maybe("in", Scope.Read));
        var list = ListSpec.Read(fields, scope ?? new Scope.Combined(CombinedView.Everything));
        return new PicturesInput(key, scope is null ? null : list, fields.One("for", text => Choice.Read<PictureAsk>(text)));
    }
}

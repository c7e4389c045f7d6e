namespace Pannier.Modules.Messages;

/// <summary>Which end of a conversation comes first.</summary>
public enum TalkOrder
{
    NewestLast,
    NewestFirst,
}

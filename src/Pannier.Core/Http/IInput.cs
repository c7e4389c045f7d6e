namespace Pannier.Core.Http;

/// <summary>A record of what one route accepts from the browser, and how to read it.</summary>
public interface IInput<TSelf>
    where TSelf : IInput<TSelf>
{
    static abstract TSelf Read(Fields fields);
}

namespace Pannier.Modules.Lists;

public enum Chosen
{
    No,
    Yes,
}

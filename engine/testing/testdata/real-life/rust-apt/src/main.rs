fn main() {
    println!("tide is {}", "low");
}
